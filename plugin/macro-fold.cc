// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * C's operators on operands: the type of the result by C11 6.3.1 and 6.5, the
 * value by GCC's own folding. Whatever is not known stays unknown.
 */
#include "gcc-compat.h"
#include "macro-parse.h"

struct kabi_operand kabi_operand_of_type(tree type)
{
	struct kabi_operand operand = {};

	operand.type = type;
	return operand;
}

struct kabi_operand kabi_operand_integer(tree value)
{
	struct kabi_operand operand = {};

	/* Where C leaves overflow undefined GCC wraps, and so do we. */
	if (TREE_OVERFLOW(value))
		value = drop_tree_overflow(value);
	operand.type = TREE_TYPE(value);
	operand.value = value;
	operand.is_ice = INTEGRAL_TYPE_P(operand.type);
	return operand;
}

static bool is_integer(const struct kabi_operand *operand)
{
	return operand->type && INTEGRAL_TYPE_P(operand->type);
}

static bool is_pointer(const struct kabi_operand *operand)
{
	return operand->type && TREE_CODE(operand->type) == POINTER_TYPE;
}

static bool is_arithmetic(const struct kabi_operand *operand)
{
	return is_integer(operand) ||
	       (operand->type && SCALAR_FLOAT_TYPE_P(operand->type));
}

static struct kabi_operand truth(bool value, bool is_ice)
{
	struct kabi_operand operand = kabi_operand_integer(
		value ? integer_one_node : integer_zero_node);

	operand.is_ice = is_ice;
	return operand;
}

/* Conversion of an lvalue to its value; arrays and functions decay. */
struct kabi_operand kabi_operand_rvalue(struct kabi_operand operand)
{
	struct kabi_operand result;

	if (operand.string_count)
		return kabi_operand_of_type(build_pointer_type(char_type_node));
	if (!operand.type)
		return operand;
	if (TREE_CODE(operand.type) == ARRAY_TYPE) {
		result = kabi_operand_of_type(
			build_pointer_type(TREE_TYPE(operand.type)));
		if (operand.address)
			result.value =
				fold_convert(result.type, operand.address);
		return result;
	}
	if (TREE_CODE(operand.type) == FUNCTION_TYPE)
		return kabi_operand_of_type(build_pointer_type(operand.type));
	operand.type = TYPE_MAIN_VARIANT(operand.type);
	operand.address = NULL_TREE;
	return operand;
}

static tree convert_value(tree type, tree value)
{
	if (TREE_CODE(type) == BOOLEAN_TYPE)
		value = build_int_cst(type, !integer_zerop(value));
	else
		value = fold_convert(type, value);
	if (TREE_CODE(value) != INTEGER_CST)
		return NULL_TREE;
	return TREE_OVERFLOW(value) ? drop_tree_overflow(value) : value;
}

struct kabi_operand kabi_operand_cast(tree type, struct kabi_operand operand)
{
	struct kabi_operand result;

	type = TYPE_MAIN_VARIANT(type);
	result = kabi_operand_of_type(type);
	operand = kabi_operand_rvalue(operand);
	if (!operand.value ||
	    (!INTEGRAL_TYPE_P(type) && TREE_CODE(type) != POINTER_TYPE))
		return result;
	result.value = convert_value(type, operand.value);
	if (INTEGRAL_TYPE_P(type))
		result.is_ice = operand.is_ice && is_integer(&operand);
	else if (VOID_TYPE_P(TREE_TYPE(type)) &&
		 TYPE_QUALS(TREE_TYPE(type)) == TYPE_UNQUALIFIED)
		result.is_ice = operand.is_ice && is_integer(&operand) &&
				integer_zerop(operand.value);
	return result;
}

/* C11 6.3.1.1p2, for enums and bit-fields as GCC does it. */
static tree promoted_type(tree type)
{
	unsigned int width = TYPE_PRECISION(integer_type_node);

	if (TREE_CODE(type) == ENUMERAL_TYPE)
		return c_common_type_for_size(MAX(TYPE_PRECISION(type), width),
					      TYPE_PRECISION(type) >= width &&
						      TYPE_UNSIGNED(type));
	if (!c_promoting_integer_type_p(type))
		return type;
	return TYPE_UNSIGNED(type) && TYPE_PRECISION(type) == width
		       ? unsigned_type_node
		       : integer_type_node;
}

static struct kabi_operand promote(struct kabi_operand operand)
{
	if (!is_integer(&operand))
		return operand;
	return kabi_operand_cast(promoted_type(operand.type), operand);
}

struct kabi_operand kabi_operand_unary(enum tree_code code,
				       struct kabi_operand operand)
{
	struct kabi_operand result;
	bool is_ice = operand.is_ice;

	operand = promote(kabi_operand_rvalue(operand));
	if (code == TRUTH_NOT_EXPR) {
		if (operand.value)
			return truth(integer_zerop(operand.value),
				     is_ice && is_integer(&operand));
		return kabi_operand_of_type(integer_type_node);
	}
	if (!is_arithmetic(&operand))
		return kabi_operand_of_type(NULL_TREE);
	if (!operand.value || code == PLUS_EXPR)
		return operand;
	/* GCC leaves the negation of the least integer to its sanitizer. */
	if (code == NEGATE_EXPR)
		operand.value = int_const_binop(MINUS_EXPR,
						build_zero_cst(operand.type),
						operand.value);
	else
		operand.value = const_unop(code, operand.type, operand.value);
	if (!operand.value)
		return kabi_operand_of_type(operand.type);
	result = kabi_operand_integer(operand.value);
	result.is_ice = is_ice;
	return result;
}

static struct kabi_operand shift(enum tree_code code, struct kabi_operand left,
				 struct kabi_operand right)
{
	struct kabi_operand result = kabi_operand_of_type(left.type);

	/* By a negative count, or by too many bits: no constant in C. */
	if (!left.value || !right.value || tree_int_cst_sgn(right.value) < 0 ||
	    compare_tree_int(right.value, TYPE_PRECISION(left.type)) >= 0)
		return result;
	result = kabi_operand_integer(
		int_const_binop(code, left.value, right.value));
	result.is_ice = left.is_ice && right.is_ice;
	return result;
}

static struct kabi_operand compare(enum tree_code code,
				   const struct kabi_operand *left,
				   const struct kabi_operand *right)
{
	bool is_ice = left->is_ice && right->is_ice && is_integer(left);
	bool less, equal;

	if (!left->value || !right->value)
		return kabi_operand_of_type(integer_type_node);
	less = tree_int_cst_lt(left->value, right->value);
	equal = tree_int_cst_equal(left->value, right->value);
	switch (code) {
	case LT_EXPR:
		return truth(less, is_ice);
	case LE_EXPR:
		return truth(less || equal, is_ice);
	case GT_EXPR:
		return truth(!less && !equal, is_ice);
	case GE_EXPR:
		return truth(!less, is_ice);
	case EQ_EXPR:
		return truth(equal, is_ice);
	default:
		return truth(!equal, is_ice);
	}
}

static struct kabi_operand logical(enum tree_code code,
				   const struct kabi_operand *left,
				   const struct kabi_operand *right)
{
	bool deciding = code == TRUTH_ORIF_EXPR;
	bool is_ice = left->is_ice && right->is_ice && is_integer(left) &&
		      is_integer(right);

	if (left->value && !integer_zerop(left->value) == deciding)
		return truth(deciding, is_ice);
	if (left->value && right->value)
		return truth(!integer_zerop(right->value), is_ice);
	return kabi_operand_of_type(integer_type_node);
}

static struct kabi_operand move_pointer(enum tree_code code,
					struct kabi_operand pointer,
					struct kabi_operand index)
{
	tree type = TREE_TYPE(pointer.type);
	tree size = size_one_node;

	if (!VOID_TYPE_P(type) && TREE_CODE(type) != FUNCTION_TYPE)
		size = COMPLETE_TYPE_P(type) ? TYPE_SIZE_UNIT(type) : NULL_TREE;
	pointer.is_ice = false;
	if (!pointer.value || !index.value || !size ||
	    TREE_CODE(size) != INTEGER_CST)
		return kabi_operand_of_type(pointer.type);
	size = int_const_binop(MULT_EXPR, fold_convert(sizetype, size),
			       fold_convert(sizetype, index.value));
	size = int_const_binop(code, fold_convert(sizetype, pointer.value),
			       size);
	pointer.value = convert_value(pointer.type, size);
	return pointer;
}

static struct kabi_operand arithmetic(enum tree_code code,
				      struct kabi_operand left,
				      struct kabi_operand right)
{
	tree type = common_type(left.type, right.type);
	struct kabi_operand result;
	tree value;

	left = kabi_operand_cast(type, left);
	right = kabi_operand_cast(type, right);
	if (TREE_CODE_CLASS(code) == tcc_comparison)
		return compare(code, &left, &right);
	if (!left.value || !right.value)
		return kabi_operand_of_type(type);
	value = int_const_binop(code, left.value, right.value);
	if (!value) /* division by zero */
		return kabi_operand_of_type(type);
	result = kabi_operand_integer(value);
	result.is_ice = left.is_ice && right.is_ice;
	return result;
}

struct kabi_operand kabi_operand_binary(enum tree_code code,
					struct kabi_operand left,
					struct kabi_operand right)
{
	bool is_sum = code == PLUS_EXPR || code == MINUS_EXPR;

	left = kabi_operand_rvalue(left);
	right = kabi_operand_rvalue(right);
	if (code == TRUTH_ANDIF_EXPR || code == TRUTH_ORIF_EXPR)
		return logical(code, &left, &right);
	left = promote(left);
	right = promote(right);
	if ((code == LSHIFT_EXPR || code == RSHIFT_EXPR) && is_integer(&left) &&
	    is_integer(&right))
		return shift(code, left, right);
	if (is_arithmetic(&left) && is_arithmetic(&right))
		return arithmetic(code, left, right);
	if (is_sum && is_pointer(&left) && is_integer(&right))
		return move_pointer(code, left, right);
	if (code == PLUS_EXPR && is_integer(&left) && is_pointer(&right))
		return move_pointer(code, right, left);
	if (is_sum && is_pointer(&left) && is_pointer(&right))
		return kabi_operand_of_type(ptrdiff_type_node);
	if (TREE_CODE_CLASS(code) == tcc_comparison) {
		if (is_pointer(&left) && is_pointer(&right))
			return compare(code, &left, &right);
		return kabi_operand_of_type(integer_type_node);
	}
	return kabi_operand_of_type(NULL_TREE);
}

static bool is_null_pointer_constant(const struct kabi_operand *operand)
{
	return operand->is_ice && operand->value &&
	       integer_zerop(operand->value);
}

/* The type of `? :`, C11 6.5.15p5 and p6; NULL when unknown. */
static tree chosen_type(const struct kabi_operand *yes,
			const struct kabi_operand *no)
{
	tree a = yes->type;
	tree b = no->type;

	if (!a || !b)
		return NULL_TREE;
	if (is_arithmetic(yes) && is_arithmetic(no))
		return common_type(is_integer(yes) ? promoted_type(a) : a,
				   is_integer(no) ? promoted_type(b) : b);
	if (is_pointer(yes) && is_null_pointer_constant(no))
		return a;
	if (is_pointer(no) && is_null_pointer_constant(yes))
		return b;
	if (is_pointer(yes) && is_pointer(no) && VOID_TYPE_P(TREE_TYPE(b)))
		return b;
	if (is_pointer(yes) && is_pointer(no) && VOID_TYPE_P(TREE_TYPE(a)))
		return a;
	return lang_hooks.types_compatible_p(a, b) ? a : NULL_TREE;
}

struct kabi_operand kabi_operand_choose(struct kabi_operand condition,
					struct kabi_operand yes,
					struct kabi_operand no)
{
	struct kabi_operand result;
	tree type;

	condition = kabi_operand_rvalue(condition);
	yes = kabi_operand_rvalue(yes);
	no = kabi_operand_rvalue(no);
	type = chosen_type(&yes, &no);
	if (!type || !condition.value)
		return kabi_operand_of_type(type);
	result = kabi_operand_cast(type,
				   integer_zerop(condition.value) ? no : yes);
	result.is_ice = condition.is_ice && yes.is_ice && no.is_ice &&
			is_integer(&result);
	return result;
}
