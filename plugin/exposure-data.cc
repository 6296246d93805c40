// SPDX-License-Identifier: GPL-2.0-or-later
// What initialisers depend on: see exposure-parts.h.

#include "gcc-compat.h"

#include "exposure-parts.h"

/* "outer": the member that is initialised, for the members of an untagged one.
 */
static void note_value(struct kabi_exposed_body *body, tree value,
		       kabi_member outer);

static void note_members(struct kabi_exposed_body *body, tree initial,
			 kabi_member outer)
{
	unsigned HOST_WIDE_INT i;
	tree field, value;

	FOR_EACH_CONSTRUCTOR_ELT(CONSTRUCTOR_ELTS(initial), i, field, value)
	{
		kabi_member member = KABI_MEMBER_NONE;
		tree type = kabi_place_struct(TREE_TYPE(value));

		if (!field || TREE_CODE(field) != FIELD_DECL)
			continue;
		if (kabi_exposed_is_first(field))
			outer = KABI_MEMBER_NONE;
		member = kabi_exposed_member(outer, field);
		/* Else those of its own members are noted that are there. */
		if (!type || kabi_exposed_is_root(type) ||
		    TREE_CODE(value) != CONSTRUCTOR)
			kabi_exposed_note(member, KABI_HOW_ACCESS);
		note_value(body, value, member);
	}
}

/* The bounds and the elements of an array are its member's. */
static void note_elements(struct kabi_exposed_body *body, tree initial,
			  kabi_member outer)
{
	unsigned HOST_WIDE_INT i;
	tree value;

	FOR_EACH_CONSTRUCTOR_VALUE(CONSTRUCTOR_ELTS(initial), i, value)
	{
		if (TREE_CODE(value) != INTEGER_CST || body->collects)
			note_value(body, value, outer);
	}
}

static void note_value(struct kabi_exposed_body *body, tree value,
		       kabi_member outer)
{
	STRIP_NOPS(value);
	switch (TREE_CODE(value)) {
	case INTEGER_CST:
		if (body->collects)
			kabi_fold_constant(body, value, CONSTRUCTOR);
		break;
	case CONSTRUCTOR:
		if (RECORD_OR_UNION_TYPE_P(TREE_TYPE(value)))
			note_members(body, value, outer);
		else
			note_elements(body, value, outer);
		break;
	case ADDR_EXPR:
		kabi_code_reference(body, value, KABI_HOW_OFFSET);
		break;
	case POINTER_PLUS_EXPR:
		kabi_code_pointer_plus(body, kabi_place_pointed(value),
				       TREE_OPERAND(value, 0),
				       TREE_OPERAND(value, 1));
		/* fall through */
	case PLUS_EXPR:
	case MINUS_EXPR:
	case POINTER_DIFF_EXPR:
		note_value(body, TREE_OPERAND(value, 0), outer);
		note_value(body, TREE_OPERAND(value, 1), outer);
		break;
	default:
		break;
	}
}

void kabi_data_variable(struct kabi_exposed_body *body, tree variable)
{
	tree initial = DECL_INITIAL(variable);

	kabi_exposed_size(TREE_TYPE(variable));
	if (initial && initial != error_mark_node)
		note_value(body, initial, KABI_MEMBER_NONE);
}

/* Only the constants: the variable is noted where it is defined. */
void kabi_data_constants(struct kabi_exposed_body *body, tree initial)
{
	unsigned HOST_WIDE_INT i;
	tree value;

	if (TREE_CODE(initial) == INTEGER_CST)
		kabi_fold_constant(body, initial, CONSTRUCTOR);
	if (TREE_CODE(initial) != CONSTRUCTOR)
		return;
	FOR_EACH_CONSTRUCTOR_VALUE(CONSTRUCTOR_ELTS(initial), i, value)
	kabi_data_constants(body, value);
}
