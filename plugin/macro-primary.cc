// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The innermost of an expression: literals, names, parentheses, GCC's builtins,
 * and the calls, subscripts and members that follow them.
 */
#include "gcc-compat.h"
#include "macro-parse.h"

#define MAX_ARGUMENTS 8

/* Builtin functions that fold when their arguments are constant. */
static const struct {
	const char *name;
	enum built_in_function code;
} folding_builtins[] = {
	{ "__builtin_abs", BUILT_IN_ABS },
	{ "__builtin_bswap16", BUILT_IN_BSWAP16 },
	{ "__builtin_bswap32", BUILT_IN_BSWAP32 },
	{ "__builtin_bswap64", BUILT_IN_BSWAP64 },
	{ "__builtin_clz", BUILT_IN_CLZ },
	{ "__builtin_clzl", BUILT_IN_CLZL },
	{ "__builtin_clzll", BUILT_IN_CLZLL },
	{ "__builtin_ctz", BUILT_IN_CTZ },
	{ "__builtin_ctzl", BUILT_IN_CTZL },
	{ "__builtin_ctzll", BUILT_IN_CTZLL },
	{ "__builtin_ffs", BUILT_IN_FFS },
	{ "__builtin_ffsl", BUILT_IN_FFSL },
	{ "__builtin_ffsll", BUILT_IN_FFSLL },
	{ "__builtin_parity", BUILT_IN_PARITY },
	{ "__builtin_parityl", BUILT_IN_PARITYL },
	{ "__builtin_parityll", BUILT_IN_PARITYLL },
	{ "__builtin_popcount", BUILT_IN_POPCOUNT },
	{ "__builtin_popcountl", BUILT_IN_POPCOUNTL },
	{ "__builtin_popcountll", BUILT_IN_POPCOUNTLL },
};

static struct kabi_operand unknown(void)
{
	return kabi_operand_of_type(NULL_TREE);
}

/* Is it an integer constant expression in C's sense? */
static bool is_constant(const struct kabi_operand *operand)
{
	return operand->value && operand->is_ice &&
	       INTEGRAL_TYPE_P(operand->type);
}

/* `(` arguments `)`; returns how many, of which the first are in list. */
static unsigned int arguments(struct kabi_macro_parser *parser,
			      struct kabi_operand *list)
{
	unsigned int count = 0;

	kabi_macro_expect(parser, CPP_OPEN_PAREN);
	if (kabi_macro_accept(parser, CPP_CLOSE_PAREN))
		return 0;
	do {
		struct kabi_operand operand = kabi_macro_conditional(parser);

		if (count < MAX_ARGUMENTS)
			list[count] = operand;
		count++;
	} while (kabi_macro_accept(parser, CPP_COMMA));
	kabi_macro_expect(parser, CPP_CLOSE_PAREN);
	return count;
}

/* A call of one of folding_builtins. */
static struct kabi_operand fold_builtin(enum built_in_function code,
					struct kabi_operand argument)
{
	tree function = builtin_decl_explicit(code);
	tree parameter, value;

	if (!function)
		return unknown();
	parameter = TREE_VALUE(TYPE_ARG_TYPES(TREE_TYPE(function)));
	argument = kabi_operand_cast(parameter, argument);
	if (!argument.value)
		return kabi_operand_of_type(TREE_TYPE(TREE_TYPE(function)));
	value = build_call_expr(function, 1, argument.value);
	STRIP_NOPS(value);
	if (TREE_CODE(value) != INTEGER_CST)
		return kabi_operand_of_type(TREE_TYPE(TREE_TYPE(function)));
	return kabi_operand_cast(TREE_TYPE(TREE_TYPE(function)),
				 kabi_operand_integer(value));
}

/* `name(...)` where name is no function of the TU's file scope. */
static struct kabi_operand builtin_call(struct kabi_macro_parser *parser,
					const char *name)
{
	struct kabi_operand list[MAX_ARGUMENTS];
	unsigned int count = arguments(parser, list);

	if (!strcmp(name, "__builtin_constant_p") && count == 1) {
		/* Of other constants it depends on the optimiser. */
		if (is_constant(&list[0]) || list[0].string_count)
			return kabi_operand_integer(integer_one_node);
		return kabi_operand_of_type(integer_type_node);
	}
	if (!strcmp(name, "__builtin_expect") && count == 2)
		return kabi_operand_cast(long_integer_type_node, list[0]);
	for (unsigned int i = 0; i < ARRAY_SIZE(folding_builtins); i++)
		if (!strcmp(name, folding_builtins[i].name) && count == 1)
			return fold_builtin(folding_builtins[i].code, list[0]);
	return unknown();
}

/* A static const variable has a value for the compiler, though not for C. */
static struct kabi_operand variable(tree decl)
{
	struct kabi_operand operand = kabi_operand_of_type(TREE_TYPE(decl));
	tree value = DECL_INITIAL(decl);

	if (!TREE_READONLY(decl) || TREE_THIS_VOLATILE(decl) || !value ||
	    TREE_CODE(value) != INTEGER_CST ||
	    !INTEGRAL_TYPE_P(TREE_TYPE(decl)))
		return operand;
	operand =
		kabi_operand_cast(TREE_TYPE(decl), kabi_operand_integer(value));
	operand.is_ice = false;
	return operand;
}

static struct kabi_operand name(struct kabi_macro_parser *parser)
{
	const struct kabi_operand *given_up =
		kabi_macro_given_up(parser->at->val.node.node);
	tree identifier = kabi_macro_identifier(parser->at++);
	tree symbol;

	if (given_up)
		return *given_up;
	symbol = kabi_macro_symbol(identifier);
	if (!symbol && parser->at->type == CPP_OPEN_PAREN)
		return builtin_call(parser, IDENTIFIER_POINTER(identifier));
	if (symbol && TREE_CODE(symbol) == TYPE_DECL)
		kabi_macro_fail(parser, KABI_MACRO_NOT_EXPRESSION);
	if (!symbol)
		parser->unknown_name = true;
	if (!symbol || TREE_CODE(symbol) == TYPE_DECL)
		return unknown();
	if (TREE_CODE(symbol) == CONST_DECL &&
	    TREE_CODE(DECL_INITIAL(symbol)) == INTEGER_CST)
		return kabi_operand_integer(DECL_INITIAL(symbol));
	if (VAR_P(symbol) && TREE_STATIC(symbol) && !TREE_PUBLIC(symbol))
		return variable(symbol);
	return kabi_operand_of_type(TREE_TYPE(symbol));
}

/* __builtin_choose_expr(constant, expression, expression) */
static struct kabi_operand choose_expr(struct kabi_macro_parser *parser)
{
	struct kabi_operand list[MAX_ARGUMENTS];

	parser->at++;
	if (arguments(parser, list) != 3) {
		kabi_macro_fail(parser, KABI_MACRO_NOT_EXPRESSION);
		return unknown();
	}
	if (!is_constant(&list[0]))
		return unknown();
	return integer_zerop(list[0].value) ? list[2] : list[1];
}

/* __builtin_types_compatible_p(type, type) */
static struct kabi_operand types_compatible(struct kabi_macro_parser *parser)
{
	tree a, b;

	parser->at++;
	kabi_macro_expect(parser, CPP_OPEN_PAREN);
	a = kabi_macro_type_name(parser);
	kabi_macro_expect(parser, CPP_COMMA);
	b = a ? kabi_macro_type_name(parser) : NULL_TREE;
	kabi_macro_expect(parser, CPP_CLOSE_PAREN);
	if (!a || !b || parser->unknown_name)
		return unknown();
	return kabi_operand_integer(lang_hooks.types_compatible_p(a, b)
					    ? integer_one_node
					    : integer_zero_node);
}

static struct kabi_operand member(struct kabi_macro_parser *parser,
				  struct kabi_operand object)
{
	if (parser->at->type != CPP_NAME) {
		kabi_macro_fail(parser, KABI_MACRO_NOT_EXPRESSION);
		return unknown();
	}
	return kabi_operand_member(object, kabi_macro_identifier(parser->at++));
}

static struct kabi_operand subscript(struct kabi_macro_parser *parser,
				     struct kabi_operand array)
{
	struct kabi_operand index = kabi_macro_expression(parser);

	kabi_macro_expect(parser, CPP_CLOSE_SQUARE);
	return kabi_operand_index(array, index);
}

/* __builtin_offsetof(type, member.member[index]...) */
static struct kabi_operand offsetof_expr(struct kabi_macro_parser *parser)
{
	struct kabi_operand place;

	parser->at++;
	kabi_macro_expect(parser, CPP_OPEN_PAREN);
	place = kabi_operand_of_type(kabi_macro_type_name(parser));
	place.address = size_zero_node;
	kabi_macro_expect(parser, CPP_COMMA);
	place = member(parser, place);
	for (;;) {
		if (kabi_macro_accept(parser, CPP_DOT))
			place = member(parser, place);
		else if (kabi_macro_accept(parser, CPP_OPEN_SQUARE))
			place = subscript(parser, place);
		else
			break;
	}
	kabi_macro_expect(parser, CPP_CLOSE_PAREN);
	if (!place.address)
		return kabi_operand_of_type(size_type_node);
	return kabi_operand_integer(
		fold_convert(size_type_node, place.address));
}

/* `(`: an expression, or a statement expression; a cast is not for us. */
static struct kabi_operand parenthesis(struct kabi_macro_parser *parser)
{
	struct kabi_operand operand;

	if (parser->at[1].type == CPP_OPEN_BRACE) {
		kabi_macro_skip_group(parser);
		return unknown();
	}
	parser->at++;
	operand = kabi_macro_expression(parser);
	kabi_macro_expect(parser, CPP_CLOSE_PAREN);
	return operand;
}

static struct kabi_operand primary_name(struct kabi_macro_parser *parser)
{
	switch (kabi_macro_keyword(parser->at)) {
	case RID_MAX:
		return name(parser);
	case RID_CHOOSE_EXPR:
		return choose_expr(parser);
	case RID_TYPES_COMPATIBLE_P:
		return types_compatible(parser);
	case RID_OFFSETOF:
		return offsetof_expr(parser);
	case RID_GENERIC:
		parser->at++;
		if (parser->at->type == CPP_OPEN_PAREN)
			kabi_macro_skip_group(parser);
		return unknown();
	default:
		kabi_macro_fail(parser, KABI_MACRO_NOT_EXPRESSION);
		return unknown();
	}
}

static struct kabi_operand primary(struct kabi_macro_parser *parser)
{
	switch (parser->at->type) {
	case CPP_NUMBER:
		return kabi_macro_number(parser);
	case CPP_CHAR:
	case CPP_WCHAR:
	case CPP_CHAR16:
	case CPP_CHAR32:
	case CPP_UTF8CHAR:
		return kabi_macro_character(parser);
	case CPP_STRING:
	case CPP_WSTRING:
	case CPP_STRING16:
	case CPP_STRING32:
	case CPP_UTF8STRING:
		return kabi_macro_string(parser);
	case CPP_NAME:
		return primary_name(parser);
	case CPP_OPEN_PAREN:
		return parenthesis(parser);
	default:
		kabi_macro_fail(parser, KABI_MACRO_NOT_EXPRESSION);
		return unknown();
	}
}

/* A call of something that is no builtin: only its type is known. */
static struct kabi_operand call(struct kabi_macro_parser *parser,
				struct kabi_operand function)
{
	struct kabi_operand list[MAX_ARGUMENTS];
	tree type = kabi_operand_rvalue(function).type;

	arguments(parser, list);
	if (!type || TREE_CODE(type) != POINTER_TYPE ||
	    TREE_CODE(TREE_TYPE(type)) != FUNCTION_TYPE)
		return unknown();
	return kabi_operand_of_type(
		TYPE_MAIN_VARIANT(TREE_TYPE(TREE_TYPE(type))));
}

struct kabi_operand kabi_macro_postfix(struct kabi_macro_parser *parser)
{
	struct kabi_operand operand = primary(parser);

	for (;;) {
		if (parser->at->type == CPP_OPEN_PAREN)
			operand = call(parser, operand);
		else if (kabi_macro_accept(parser, CPP_OPEN_SQUARE))
			operand = subscript(parser, operand);
		else if (kabi_macro_accept(parser, CPP_DOT))
			operand = member(parser, operand);
		else if (kabi_macro_accept(parser, CPP_DEREF))
			operand = member(parser,
					 kabi_operand_dereference(operand));
		else
			return operand;
	}
}
