// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * C expressions from tokens, by recursive descent: C11 6.5.3 to 6.5.17 without
 * assignments, and GNU's `a ?: b`. Nothing is evaluated that is not a constant,
 * so that both sides of every operator can simply be parsed.
 */
#include "gcc-compat.h"
#include "macro-parse.h"

void kabi_macro_fail(struct kabi_macro_parser *parser,
		     enum kabi_macro_outcome outcome)
{
	if (parser->outcome == KABI_MACRO_INTEGER)
		parser->outcome = outcome;
	parser->at = parser->end;
}

bool kabi_macro_enter(struct kabi_macro_parser *parser)
{
	if (parser->depth++ < KABI_MAX_DEPTH)
		return true;
	parser->depth--;
	kabi_macro_fail(parser, KABI_MACRO_TOO_LARGE);
	return false;
}

void kabi_macro_leave(struct kabi_macro_parser *parser)
{
	parser->depth--;
}

bool kabi_macro_accept(struct kabi_macro_parser *parser, enum cpp_ttype type)
{
	if (parser->at->type != type)
		return false;
	parser->at++;
	return true;
}

bool kabi_macro_expect(struct kabi_macro_parser *parser, enum cpp_ttype type)
{
	if (kabi_macro_accept(parser, type))
		return true;
	kabi_macro_fail(parser, KABI_MACRO_NOT_EXPRESSION);
	return false;
}

void kabi_macro_skip_group(struct kabi_macro_parser *parser)
{
	unsigned int level = 0;

	do {
		switch (parser->at->type) {
		case CPP_OPEN_PAREN:
		case CPP_OPEN_BRACE:
		case CPP_OPEN_SQUARE:
			level++;
			break;
		case CPP_CLOSE_PAREN:
		case CPP_CLOSE_BRACE:
		case CPP_CLOSE_SQUARE:
			level--;
			break;
		case CPP_EOF:
			kabi_macro_fail(parser, KABI_MACRO_NOT_EXPRESSION);
			return;
		default:
			break;
		}
		parser->at++;
	} while (level);
}

tree kabi_macro_identifier(const cpp_token *token)
{
	return HT_IDENT_TO_GCC_IDENT(HT_NODE(token->val.node.node));
}

enum rid kabi_macro_keyword(const cpp_token *token)
{
	tree identifier;

	if (token->type != CPP_NAME)
		return RID_MAX;
	identifier = kabi_macro_identifier(token);
	return C_IS_RESERVED_WORD(identifier) ? C_RID_CODE(identifier)
					      : RID_MAX;
}

/* sizeof, _Alignof and __alignof__, from the keyword on. */
static struct kabi_operand size_or_alignment(struct kabi_macro_parser *parser)
{
	const cpp_token *keyword = parser->at++;
	const char *word = IDENTIFIER_POINTER(kabi_macro_identifier(keyword));
	bool is_sizeof = kabi_macro_keyword(keyword) == RID_SIZEOF;
	struct kabi_operand operand;

	if (parser->at->type == CPP_OPEN_PAREN &&
	    kabi_macro_type_begins(parser->at + 1)) {
		parser->at++;
		operand = kabi_operand_of_type(kabi_macro_type_name(parser));
		kabi_macro_expect(parser, CPP_CLOSE_PAREN);
		if (parser->at->type == CPP_OPEN_BRACE)
			kabi_macro_fail(parser, KABI_MACRO_UNSUPPORTED);
	} else {
		operand = kabi_macro_unary(parser);
		/* A declaration can be aligned more than its type is. */
		if (!is_sizeof)
			operand.type = NULL_TREE;
	}
	if (is_sizeof)
		return kabi_operand_sizeof(operand);
	return kabi_operand_alignof(operand.type, !strcmp(word, "_Alignof"));
}

/* `(` type `)` and what it casts; a compound literal is not followed. */
static struct kabi_operand cast(struct kabi_macro_parser *parser)
{
	tree type;

	parser->at++;
	type = kabi_macro_type_name(parser);
	if (!kabi_macro_expect(parser, CPP_CLOSE_PAREN) || !type)
		return kabi_operand_of_type(NULL_TREE);
	if (parser->at->type == CPP_OPEN_BRACE) {
		kabi_macro_fail(parser, KABI_MACRO_NOT_INTEGER);
		return kabi_operand_of_type(NULL_TREE);
	}
	return kabi_operand_cast(type, kabi_macro_unary(parser));
}

static struct kabi_operand parse_unary(struct kabi_macro_parser *parser)
{
	switch (parser->at->type) {
	case CPP_PLUS:
		parser->at++;
		return kabi_operand_unary(PLUS_EXPR, kabi_macro_unary(parser));
	case CPP_MINUS:
		parser->at++;
		return kabi_operand_unary(NEGATE_EXPR,
					  kabi_macro_unary(parser));
	case CPP_COMPL:
		parser->at++;
		return kabi_operand_unary(BIT_NOT_EXPR,
					  kabi_macro_unary(parser));
	case CPP_NOT:
		parser->at++;
		return kabi_operand_unary(TRUTH_NOT_EXPR,
					  kabi_macro_unary(parser));
	case CPP_AND:
		parser->at++;
		return kabi_operand_address_of(kabi_macro_unary(parser));
	case CPP_MULT:
		parser->at++;
		return kabi_operand_dereference(kabi_macro_unary(parser));
	case CPP_OPEN_PAREN:
		if (kabi_macro_type_begins(parser->at + 1))
			return cast(parser);
		return kabi_macro_postfix(parser);
	default:
		break;
	}
	switch (kabi_macro_keyword(parser->at)) {
	case RID_SIZEOF:
	case RID_ALIGNOF:
		return size_or_alignment(parser);
	case RID_EXTENSION:
		parser->at++;
		return kabi_macro_unary(parser);
	default:
		return kabi_macro_postfix(parser);
	}
}

struct kabi_operand kabi_macro_unary(struct kabi_macro_parser *parser)
{
	struct kabi_operand operand;

	if (!kabi_macro_enter(parser))
		return kabi_operand_of_type(NULL_TREE);
	operand = parse_unary(parser);
	kabi_macro_leave(parser);
	return operand;
}

struct operation {
	enum tree_code code;
	unsigned int precedence; /* 0: no binary operator; 1 binds loosest */
};

static struct operation binary_operation(enum cpp_ttype type)
{
	switch (type) {
	case CPP_OR_OR:
		return { TRUTH_ORIF_EXPR, 1 };
	case CPP_AND_AND:
		return { TRUTH_ANDIF_EXPR, 2 };
	case CPP_OR:
		return { BIT_IOR_EXPR, 3 };
	case CPP_XOR:
		return { BIT_XOR_EXPR, 4 };
	case CPP_AND:
		return { BIT_AND_EXPR, 5 };
	case CPP_EQ_EQ:
		return { EQ_EXPR, 6 };
	case CPP_NOT_EQ:
		return { NE_EXPR, 6 };
	case CPP_LESS:
		return { LT_EXPR, 7 };
	case CPP_LESS_EQ:
		return { LE_EXPR, 7 };
	case CPP_GREATER:
		return { GT_EXPR, 7 };
	case CPP_GREATER_EQ:
		return { GE_EXPR, 7 };
	case CPP_LSHIFT:
		return { LSHIFT_EXPR, 8 };
	case CPP_RSHIFT:
		return { RSHIFT_EXPR, 8 };
	case CPP_PLUS:
		return { PLUS_EXPR, 9 };
	case CPP_MINUS:
		return { MINUS_EXPR, 9 };
	case CPP_MULT:
		return { MULT_EXPR, 10 };
	case CPP_DIV:
		return { TRUNC_DIV_EXPR, 10 };
	case CPP_MOD:
		return { TRUNC_MOD_EXPR, 10 };
	default:
		return { ERROR_MARK, 0 };
	}
}

/* Operators that bind at least as tightly as precedence; at most 10 deep. */
static struct kabi_operand parse_binary(struct kabi_macro_parser *parser,
					unsigned int precedence)
{
	struct kabi_operand left = kabi_macro_unary(parser);

	for (;;) {
		struct operation operation = binary_operation(parser->at->type);
		struct kabi_operand right;

		if (!operation.precedence || operation.precedence < precedence)
			return left;
		parser->at++;
		right = parse_binary(parser, operation.precedence + 1);
		left = kabi_operand_binary(operation.code, left, right);
	}
}

/* Between `?` and `:`, where the next one needs no parenthesis. */
static struct kabi_operand parse_middle(struct kabi_macro_parser *parser)
{
	struct kabi_operand operand;

	if (!kabi_macro_enter(parser))
		return kabi_operand_of_type(NULL_TREE);
	operand = kabi_macro_expression(parser);
	kabi_macro_leave(parser);
	return operand;
}

static struct kabi_operand choose(const struct kabi_macro_parser *parser,
				  struct kabi_operand condition,
				  struct kabi_operand yes,
				  struct kabi_operand no)
{
	struct kabi_operand result = kabi_operand_choose(condition, yes, no);

	/*
	 * Which pointer type it is can depend on whether one side is a
	 * constant, and that on a name that we do not know.
	 */
	if (parser->unknown_name && result.type && POINTER_TYPE_P(result.type))
		return kabi_operand_of_type(NULL_TREE);
	return result;
}

/* Not by recursion: the kernel's ilog2() is a chain of more than 60. */
struct kabi_operand kabi_macro_conditional(struct kabi_macro_parser *parser)
{
	auto_vec<struct kabi_operand> chain; /* condition, yes, condition... */
	struct kabi_operand operand = parse_binary(parser, 1);

	while (kabi_macro_accept(parser, CPP_QUERY)) {
		chain.safe_push(operand);
		if (parser->at->type != CPP_COLON)
			operand = parse_middle(parser);
		chain.safe_push(operand);
		if (!kabi_macro_expect(parser, CPP_COLON))
			return kabi_operand_of_type(NULL_TREE);
		operand = parse_binary(parser, 1);
	}
	while (!chain.is_empty()) {
		struct kabi_operand yes = chain.pop();
		struct kabi_operand condition = chain.pop();

		operand = choose(parser, condition, yes, operand);
	}
	return operand;
}

struct kabi_operand kabi_macro_expression(struct kabi_macro_parser *parser)
{
	struct kabi_operand operand = kabi_macro_conditional(parser);

	while (kabi_macro_accept(parser, CPP_COMMA)) {
		operand = kabi_operand_rvalue(kabi_macro_conditional(parser));
		/* Not a constant in C, whatever stands on its right. */
		operand.value = NULL_TREE;
		operand.is_ice = false;
	}
	return operand;
}
