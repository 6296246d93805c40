// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * sizeof, _Alignof, members and addresses: all that a constant takes from the
 * layout of types. An lvalue whose address is a constant, such as
 * ((struct foo *)0)->member, gives a constant again with `&` before it.
 */
#include "gcc-compat.h"
#include "stor-layout.h"
#include "macro-parse.h"

struct kabi_operand kabi_operand_sizeof(struct kabi_operand operand)
{
	tree size = NULL_TREE;

	if (operand.string_count) {
		size_t length;
		unsigned char *bytes =
			kabi_macro_string_bytes(&operand, &length);

		if (!bytes)
			return kabi_operand_of_type(size_type_node);
		free(bytes);
		return kabi_operand_integer(
			build_int_cst(size_type_node, length));
	}
	if (!operand.type)
		return kabi_operand_of_type(size_type_node);
	if (VOID_TYPE_P(operand.type) ||
	    TREE_CODE(operand.type) == FUNCTION_TYPE)
		size = size_one_node;
	else if (COMPLETE_TYPE_P(operand.type))
		size = TYPE_SIZE_UNIT(operand.type);
	if (!size || TREE_CODE(size) != INTEGER_CST)
		return kabi_operand_of_type(size_type_node);
	return kabi_operand_integer(fold_convert(size_type_node, size));
}

struct kabi_operand kabi_operand_alignof(tree type, bool minimum)
{
	unsigned int alignment;

	if (!type || VOID_TYPE_P(type) || TREE_CODE(type) == FUNCTION_TYPE ||
	    !COMPLETE_TYPE_P(type))
		return kabi_operand_of_type(size_type_node);
	/* _Alignof is the ABI's, __alignof__ what the machine likes best. */
	alignment = minimum ? min_align_of_type(type) : TYPE_ALIGN_UNIT(type);
	return kabi_operand_integer(build_int_cst(size_type_node, alignment));
}

struct kabi_operand kabi_operand_dereference(struct kabi_operand pointer)
{
	struct kabi_operand result;

	pointer = kabi_operand_rvalue(pointer);
	if (!pointer.type || TREE_CODE(pointer.type) != POINTER_TYPE)
		return kabi_operand_of_type(NULL_TREE);
	result = kabi_operand_of_type(TREE_TYPE(pointer.type));
	if (pointer.value)
		result.address = fold_convert(sizetype, pointer.value);
	return result;
}

struct kabi_operand kabi_operand_address_of(struct kabi_operand operand)
{
	struct kabi_operand result;

	if (!operand.type)
		return kabi_operand_of_type(NULL_TREE);
	result = kabi_operand_of_type(build_pointer_type(operand.type));
	if (operand.address)
		result.value = fold_convert(result.type, operand.address);
	return result;
}

struct kabi_operand kabi_operand_index(struct kabi_operand array,
				       struct kabi_operand index)
{
	return kabi_operand_dereference(
		kabi_operand_binary(PLUS_EXPR, array, index));
}

/* The place of a field; NULL when it is not constant. */
static tree field_address(tree base, tree field)
{
	if (!base || TREE_CODE(DECL_FIELD_OFFSET(field)) != INTEGER_CST)
		return NULL_TREE;
	return int_const_binop(PLUS_EXPR, base, byte_position(field));
}

static bool find_member(const struct kabi_operand *object, tree name,
			unsigned int depth, struct kabi_operand *member)
{
	if (depth > KABI_MAX_DEPTH || !RECORD_OR_UNION_TYPE_P(object->type) ||
	    !COMPLETE_TYPE_P(object->type))
		return false;
	for (tree field = TYPE_FIELDS(object->type); field;
	     field = DECL_CHAIN(field)) {
		bool found = DECL_NAME(field) == name;

		if (TREE_CODE(field) != FIELD_DECL ||
		    (!found && DECL_NAME(field)))
			continue;
		*member = kabi_operand_of_type(TREE_TYPE(field));
		member->address = field_address(object->address, field);
		if (!found) {
			struct kabi_operand inner = *member;

			found = find_member(&inner, name, depth + 1, member);
		} else if (DECL_BIT_FIELD_TYPE(field)) {
			/* It has neither sizeof nor an address. */
			*member = kabi_operand_of_type(NULL_TREE);
		}
		if (found)
			return true;
	}
	return false;
}

struct kabi_operand kabi_operand_member(struct kabi_operand object, tree name)
{
	struct kabi_operand member;

	if (object.type && find_member(&object, name, 0, &member))
		return member;
	return kabi_operand_of_type(NULL_TREE);
}
