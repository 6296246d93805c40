// SPDX-License-Identifier: GPL-2.0-or-later
// What the statements of a body depend on: see exposure-parts.h.

#include "gcc-compat.h"

#include "exposure-parts.h"

/* A struct whose layout is known, by its main variant, or NULL. */
static tree known_struct(tree type)
{
	return type && RECORD_OR_UNION_TYPE_P(type) && COMPLETE_TYPE_P(type)
		       ? type
		       : NULL_TREE;
}

static void handle(struct kabi_exposed_body *body, tree type)
{
	if (body->collects && known_struct(type) &&
	    (body->types.is_empty() || body->types.last() != type))
		body->types.safe_push(type);
}

/* The reference that "ref" selects from, without indices. */
static tree outer_reference(tree ref)
{
	ref = TREE_OPERAND(ref, 0);
	while (TREE_CODE(ref) == ARRAY_REF || TREE_CODE(ref) == ARRAY_RANGE_REF)
		ref = TREE_OPERAND(ref, 0);
	return ref;
}

static kabi_member find_member(tree ref)
{
	tree field = TREE_OPERAND(ref, 1);
	kabi_member outer;

	if (kabi_exposed_is_first(field))
		return kabi_exposed_member(KABI_MEMBER_NONE, field);
	ref = outer_reference(ref);
	if (TREE_CODE(ref) != COMPONENT_REF)
		return KABI_MEMBER_NONE;
	outer = find_member(ref);
	return outer == KABI_MEMBER_NONE ? outer
					 : kabi_exposed_member(outer, field);
}

/*
 * A nameless member of a struct with a tag: its members belong to the outer
 * struct as well.
 */
static void note_nameless(tree ref, enum kabi_how how)
{
	tree field = TREE_OPERAND(ref, 1);
	tree outer = outer_reference(ref);
	kabi_member member;

	if (TREE_CODE(outer) != COMPONENT_REF ||
	    DECL_NAME(TREE_OPERAND(outer, 1)))
		return;
	member = find_member(outer);
	if (member != KABI_MEMBER_NONE)
		kabi_exposed_note(kabi_exposed_member(member, field), how);
}

static void note_component(tree ref, enum kabi_how how)
{
	kabi_member member = find_member(ref);

	if (member == KABI_MEMBER_NONE)
		return;
	kabi_exposed_note(member, how);
	note_nameless(ref, how);
}

/* One is the first member of the other, or of its first member ... */
static void note_first(struct kabi_exposed_body *body, tree to, tree from)
{
	/* Bytes are what everything is in. */
	if (int_size_in_bytes(from) == 1 || int_size_in_bytes(to) == 1)
		return;
	if (known_struct(to) && kabi_place_note(to, 0, from, true))
		body->contained.safe_push(to);
	else if (known_struct(from))
		kabi_place_note(from, 0, to, true);
}

/* What a pointer points to, as far as its type or what was put in tells. */
static tree find_pointed(struct kabi_exposed_body *body, tree pointer)
{
	tree type = kabi_place_pointed(pointer);
	struct kabi_source *source;
	tree found = NULL_TREE;
	unsigned int i;

	if (!type || !VOID_TYPE_P(type))
		return type;
	FOR_EACH_VEC_ELT(body->sources, i, source) {
		if (source->variable != pointer)
			continue;
		if (found && found != source->from)
			return NULL_TREE;
		found = source->from;
	}
	return found;
}

/*
 * A pointer and a constant. A multiple of the size is arithmetic of C, less
 * than it a way from a member to the struct that it is in. What is left is a
 * way into what was pointed to.
 */
static void note_plus(struct kabi_exposed_body *body, tree to, tree base,
		      HOST_WIDE_INT offset)
{
	HOST_WIDE_INT size = int_size_in_bytes(to);
	tree from = find_pointed(body, base);

	if (size <= 0)
		return;
	if (offset % size == 0) {
		kabi_exposed_size(to);
	} else if (offset < 0) {
		kabi_place_note(to, -offset, from, false);
		body->contained.safe_push(to);
	} else if (known_struct(from) && from != to) {
		kabi_place_note(from, offset, to, true);
	}
}

/* The number that an offset is a multiple of as far as its statement shows. */
static HOST_WIDE_INT factor_of(tree offset)
{
	gimple *statement;

	if (TREE_CODE(offset) == INTEGER_CST)
		return sext_hwi(TREE_INT_CST_LOW(offset),
				TYPE_PRECISION(TREE_TYPE(offset)));
	if (TREE_CODE(offset) != SSA_NAME)
		return 0;
	statement = SSA_NAME_DEF_STMT(offset);
	if (!statement || !is_gimple_assign(statement))
		return 0;
	switch (gimple_assign_rhs_code(statement)) {
	case NEGATE_EXPR:
		return factor_of(gimple_assign_rhs1(statement));
	case MULT_EXPR:
		offset = gimple_assign_rhs2(statement);
		return TREE_CODE(offset) == INTEGER_CST ? factor_of(offset) : 0;
	default:
		return 0;
	}
}

/* Arithmetic of C whose result is a pointer to something else at once. */
static void note_steps(tree base, tree offset)
{
	tree from = known_struct(kabi_place_pointed(base));
	HOST_WIDE_INT size = from ? int_size_in_bytes(from) : 0;
	HOST_WIDE_INT factor = factor_of(offset);

	if (size > 1 && factor && factor % size == 0)
		kabi_exposed_size(from);
}

void kabi_code_pointer_plus(struct kabi_exposed_body *body, tree to, tree base,
			    tree offset)
{
	note_steps(base, offset);
	if (!known_struct(to))
		return;
	if (TREE_CODE(offset) != INTEGER_CST)
		kabi_exposed_size(to);
	else
		/* Of an unsigned type, and meant to be signed. */
		note_plus(body, to, base,
			  sext_hwi(TREE_INT_CST_LOW(offset),
				   TYPE_PRECISION(TREE_TYPE(offset))));
}

/* What a pointer is used as, when it was one to something else. */
static void note_cast(struct kabi_exposed_body *body, tree to, tree pointer)
{
	tree from = kabi_place_pointed(pointer);
	struct kabi_source *source;
	unsigned int i;

	if (!from || from == to)
		return;
	if (TREE_CODE(pointer) == SSA_NAME) {
		gimple *definition = SSA_NAME_DEF_STMT(pointer);

		if (definition && is_gimple_assign(definition) &&
		    gimple_assign_rhs_code(definition) == POINTER_PLUS_EXPR)
			kabi_code_pointer_plus(body, to,
					       gimple_assign_rhs1(definition),
					       gimple_assign_rhs2(definition));
	}
	if (!VOID_TYPE_P(from)) {
		note_first(body, to, from);
		return;
	}
	FOR_EACH_VEC_ELT(body->sources, i, source) {
		if (source->variable == pointer)
			note_first(body, to, source->from);
	}
}
/* READ_ONCE(p->a) is *(const volatile typeof(p->a) *)&p->a. */
static void note_target(struct kabi_exposed_body *body, tree pointer)
{
	if (TREE_CODE(pointer) == SSA_NAME) {
		gimple *definition = SSA_NAME_DEF_STMT(pointer);

		if (definition && gimple_assign_single_p(definition))
			pointer = gimple_assign_rhs1(definition);
	}
	if (TREE_CODE(pointer) == ADDR_EXPR)
		kabi_code_reference(body, TREE_OPERAND(pointer, 0),
				    KABI_HOW_ACCESS);
}

/* Also what is read or written as something else than it is. */
static void note_memory(struct kabi_exposed_body *body, tree ref)
{
	tree pointer = TREE_OPERAND(ref, 0);
	tree type = TYPE_MAIN_VARIANT(TREE_TYPE(ref));
	tree from = kabi_place_pointed(pointer);
	HOST_WIDE_INT size = int_size_in_bytes(type);
	HOST_WIDE_INT offset = 0;

	note_target(body, pointer);
	if (tree_fits_shwi_p(TREE_OPERAND(ref, 1)))
		offset = tree_to_shwi(TREE_OPERAND(ref, 1));
	if (offset && body->collects)
		kabi_fold_constant(body, TREE_OPERAND(ref, 1), MEM_REF);
	handle(body, type);
	if (known_struct(type) && offset)
		note_plus(body, type, pointer, offset);
	else if (known_struct(type))
		note_cast(body, type, pointer);
	else if (known_struct(from) && from != kabi_place_struct(type) &&
		 size > 0 && offset >= 0)
		kabi_place_note_bits(from, offset * BITS_PER_UNIT,
				     size * BITS_PER_UNIT);
}

static void note_bits(tree ref)
{
	tree type = TREE_TYPE(TREE_OPERAND(ref, 0));

	if (RECORD_OR_UNION_TYPE_P(type) &&
	    tree_fits_shwi_p(TREE_OPERAND(ref, 1)) &&
	    tree_fits_shwi_p(TREE_OPERAND(ref, 2)))
		kabi_place_note_bits(TYPE_MAIN_VARIANT(type),
				     tree_to_shwi(TREE_OPERAND(ref, 2)),
				     tree_to_shwi(TREE_OPERAND(ref, 1)));
}

/* The bounds of an array can be built in as well. */
static bool is_bounded_array(const_tree type)
{
	return TREE_CODE(type) == ARRAY_TYPE && TYPE_DOMAIN(type) &&
	       TYPE_MAX_VALUE(TYPE_DOMAIN(type));
}

void kabi_code_reference(struct kabi_exposed_body *body, tree ref,
			 enum kabi_how how)
{
	bool is_end = true; /* of a path */

	if (how == KABI_HOW_ACCESS && AGGREGATE_TYPE_P(TREE_TYPE(ref)))
		kabi_exposed_size(TREE_TYPE(ref));
	for (;; ref = TREE_OPERAND(ref, 0)) {
		switch (TREE_CODE(ref)) {
		case COMPONENT_REF:
			if (is_bounded_array(TREE_TYPE(ref)))
				how = KABI_HOW_ACCESS;
			handle(body, DECL_CONTEXT(TREE_OPERAND(ref, 1)));
			if (is_end)
				note_component(ref, how);
			is_end = kabi_exposed_is_first(TREE_OPERAND(ref, 1));
			if (is_end)
				how = KABI_HOW_OFFSET;
			break;
		case ARRAY_REF:
		case ARRAY_RANGE_REF:
			if (!integer_zerop(TREE_OPERAND(ref, 1)))
				kabi_exposed_size(TREE_TYPE(ref));
			is_end = true;
			how = KABI_HOW_ACCESS;
			break;
		case BIT_FIELD_REF:
			note_bits(ref);
			is_end = true;
			how = KABI_HOW_OFFSET;
			break;
		case ADDR_EXPR:
			how = KABI_HOW_OFFSET;
			break;
		case IMAGPART_EXPR:
		case REALPART_EXPR:
		case VIEW_CONVERT_EXPR:
			break;
		case MEM_REF:
			note_memory(body, ref);
			return;
		default:
			return;
		}
	}
}

/* A pointer becomes one to something else; "lhs" may be NULL. */
static void note_copy(struct kabi_exposed_body *body, tree to, tree lhs,
		      tree rhs)
{
	tree from = kabi_place_pointed(rhs);

	if (!from || from == to)
		return;
	if (lhs && VOID_TYPE_P(to) && VAR_P(lhs) && !VOID_TYPE_P(from)) {
		struct kabi_source source = { lhs, from };

		body->sources.safe_push(source);
	} else if (known_struct(to) || known_struct(from)) {
		note_cast(body, to, rhs);
	}
}

static void note_operand(struct kabi_exposed_body *body, tree op,
			 enum tree_code code)
{
	if (TREE_CODE(op) == SSA_NAME)
		return;
	if (TREE_CODE(op) != INTEGER_CST)
		kabi_code_reference(body, op, KABI_HOW_ACCESS);
	else if (body->collects)
		kabi_fold_constant(body, op, code);
}

static void note_assign(struct kabi_exposed_body *body,
			const gassign *statement)
{
	enum tree_code code = gimple_assign_rhs_code(statement);
	tree lhs = gimple_assign_lhs(statement);
	tree rhs = gimple_assign_rhs1(statement);
	tree to = kabi_place_pointed(lhs);

	note_operand(body, lhs, code);
	for (unsigned int i = 1; i < gimple_num_ops(statement); i++)
		note_operand(body, gimple_op(statement, i), code);
	if (code == POINTER_DIFF_EXPR) {
		to = kabi_place_pointed(rhs);
		if (known_struct(to) &&
		    to == kabi_place_pointed(gimple_assign_rhs2(statement)))
			kabi_exposed_size(to);
		return;
	}
	if (!to)
		return;
	handle(body, to);
	if (code == POINTER_PLUS_EXPR)
		kabi_code_pointer_plus(body, to, rhs,
				       gimple_assign_rhs2(statement));
	else if (gimple_assign_single_p(statement) || CONVERT_EXPR_CODE_P(code))
		note_copy(body, to, lhs, rhs);
}

static void note_call(struct kabi_exposed_body *body, const gcall *statement)
{
	tree type = gimple_call_fntype(statement);
	tree parameter = type ? TYPE_ARG_TYPES(type) : NULL_TREE;
	tree lhs = gimple_call_lhs(statement);

	if (lhs) {
		note_operand(body, lhs, CALL_EXPR);
		kabi_exposed_passed(TREE_TYPE(lhs));
	}
	for (unsigned int i = 0; i < gimple_call_num_args(statement); i++) {
		tree op = gimple_call_arg(statement, i);

		note_operand(body, op, CALL_EXPR);
		kabi_exposed_passed(TREE_TYPE(op));
		if (!parameter)
			continue;
		type = TREE_VALUE(parameter);
		parameter = TREE_CHAIN(parameter);
		if (!POINTER_TYPE_P(type))
			continue;
		type = TYPE_MAIN_VARIANT(strip_array_types(TREE_TYPE(type)));
		handle(body, type);
		note_copy(body, type, NULL_TREE, op);
	}
}

static void note_asm(struct kabi_exposed_body *body, const gasm *statement)
{
	for (unsigned int i = 0; i < gimple_asm_ninputs(statement); i++)
		note_operand(body,
			     TREE_VALUE(gimple_asm_input_op(statement, i)),
			     ASM_EXPR);
	for (unsigned int i = 0; i < gimple_asm_noutputs(statement); i++)
		note_operand(body,
			     TREE_VALUE(gimple_asm_output_op(statement, i)),
			     ASM_EXPR);
}

static void note_cases(struct kabi_exposed_body *body, const gswitch *statement)
{
	/* The first is the default. */
	for (unsigned int i = 1; i < gimple_switch_num_labels(statement); i++) {
		tree label = gimple_switch_label(statement, i);

		note_operand(body, CASE_LOW(label), SWITCH_EXPR);
		if (CASE_HIGH(label))
			note_operand(body, CASE_HIGH(label), SWITCH_EXPR);
	}
}

static void note_statement(struct kabi_exposed_body *body, gimple *statement)
{
	enum tree_code code = ERROR_MARK;

	switch (gimple_code(statement)) {
	case GIMPLE_ASSIGN:
		note_assign(body, as_a<gassign *>(statement));
		return;
	case GIMPLE_CALL:
		note_call(body, as_a<gcall *>(statement));
		return;
	case GIMPLE_ASM:
		note_asm(body, as_a<gasm *>(statement));
		return;
	case GIMPLE_DEBUG:
		return;
	case GIMPLE_COND:
		code = gimple_cond_code(statement);
		break;
	case GIMPLE_SWITCH:
		note_cases(body, as_a<gswitch *>(statement));
		break;
	default:
		break;
	}
	for (unsigned int i = 0; i < gimple_num_ops(statement); i++) {
		if (gimple_op(statement, i))
			note_operand(body, gimple_op(statement, i), code);
	}
}

/* What stands on the stack, and how the function is called. */
static void note_variables(struct kabi_exposed_body *body, tree function)
{
	unsigned int i;
	tree variable;

	kabi_exposed_passed(TREE_TYPE(TREE_TYPE(function)));
	for (variable = DECL_ARGUMENTS(function); variable;
	     variable = DECL_CHAIN(variable)) {
		kabi_exposed_passed(TREE_TYPE(variable));
		handle(body, kabi_place_pointed(variable));
	}
	FOR_EACH_LOCAL_DECL(DECL_STRUCT_FUNCTION(function), i, variable) {
		handle(body, kabi_place_pointed(variable));
		if (DECL_EXTERNAL(variable) ||
		    !AGGREGATE_TYPE_P(TREE_TYPE(variable)))
			continue;
		kabi_exposed_size(TREE_TYPE(variable));
		handle(body, kabi_place_struct(TREE_TYPE(variable)));
	}
}

void kabi_code_function(tree function)
{
	struct kabi_exposed_body body;
	basic_block block;

	kabi_fold_begin(&body, function);
	note_variables(&body, function);
	if (!DECL_STRUCT_FUNCTION(function)->cfg)
		return;
	FOR_EACH_BB_FN(block, DECL_STRUCT_FUNCTION(function)) {
		for (gimple_stmt_iterator at = gsi_start_bb(block);
		     !gsi_end_p(at); gsi_next(&at))
			note_statement(&body, gsi_stmt(at));
	}
	kabi_fold_end(&body, function);
}
