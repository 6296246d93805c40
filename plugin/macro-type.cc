// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Type names, as casts, sizeof and offsetof have them: the words of a type in
 * any order, tags, typedefs, typeof, then `*` and `[N]`. Functions and pointers
 * to them are not understood; no integer needs them.
 */
#include "gcc-compat.h"
#include "stor-layout.h"
#include "macro-parse.h"

/* Larger arrays are nobody's constant. */
#define MAX_ELEMENTS (1ull << 32)

/* The words of a type name that have been read, as counts. */
struct words {
	unsigned int is_signed, is_unsigned, shorts, longs, ints, chars;
	unsigned int floats, doubles, int128s;
	tree type; /* what one word or construct names completely */
	int quals;
};

bool kabi_macro_type_begins(const cpp_token *token)
{
	tree symbol;

	if (token->type != CPP_NAME)
		return false;
	switch (kabi_macro_keyword(token)) {
	case RID_MAX:
		symbol = kabi_macro_symbol(kabi_macro_identifier(token));
		return symbol && TREE_CODE(symbol) == TYPE_DECL;
	case RID_SIGNED:
	case RID_UNSIGNED:
	case RID_SHORT:
	case RID_LONG:
	case RID_INT:
	case RID_CHAR:
	case RID_FLOAT:
	case RID_DOUBLE:
	case RID_VOID:
	case RID_BOOL:
	case RID_INT_N_0:
	case RID_STRUCT:
	case RID_UNION:
	case RID_ENUM:
	case RID_TYPEOF:
	case RID_CONST:
	case RID_VOLATILE:
	case RID_RESTRICT:
		return true;
	default:
		return false;
	}
}

static tree fail(struct kabi_macro_parser *parser,
		 enum kabi_macro_outcome outcome)
{
	kabi_macro_fail(parser, outcome);
	return NULL_TREE;
}

/*
 * The bodies of structs that only assert something, as the kernel's
 * BUILD_BUG_ON_ZERO() has them: `struct { int : -!!(e); }`, or
 * `struct { _Static_assert(!(e), "..."); }`. With the assertion true there is
 * nothing in it. From `{` to `}`.
 */
static tree empty_struct(struct kabi_macro_parser *parser)
{
	tree type;

	kabi_macro_expect(parser, CPP_OPEN_BRACE);
	while (parser->at->type != CPP_CLOSE_BRACE) {
		bool is_assert = kabi_macro_keyword(parser->at) ==
				 RID_STATIC_ASSERT;
		struct kabi_operand value;

		if (is_assert) {
			parser->at++;
			kabi_macro_expect(parser, CPP_OPEN_PAREN);
		} else {
			if (!kabi_macro_type_begins(parser->at) ||
			    !kabi_macro_type_name(parser))
				return fail(parser, KABI_MACRO_UNSUPPORTED);
			if (!kabi_macro_accept(parser, CPP_COLON))
				return fail(parser, KABI_MACRO_UNSUPPORTED);
		}
		value = kabi_macro_conditional(parser);
		if (!value.value || integer_zerop(value.value) == is_assert)
			return fail(parser, KABI_MACRO_NOT_CONSTANT);
		if (is_assert) {
			if (kabi_macro_accept(parser, CPP_COMMA))
				kabi_macro_string(parser);
			kabi_macro_expect(parser, CPP_CLOSE_PAREN);
		}
		if (!kabi_macro_expect(parser, CPP_SEMICOLON))
			return NULL_TREE;
	}
	parser->at++;
	type = make_node(RECORD_TYPE);
	layout_type(type);
	return type;
}

/* What follows `struct`, `union` or `enum`. */
static tree tagged_type(struct kabi_macro_parser *parser, enum rid keyword)
{
	enum tree_code code = keyword == RID_STRUCT  ? RECORD_TYPE
			      : keyword == RID_UNION ? UNION_TYPE
						     : ENUMERAL_TYPE;
	tree type;

	if (keyword == RID_STRUCT && parser->at->type == CPP_OPEN_BRACE)
		return empty_struct(parser);
	if (parser->at->type != CPP_NAME ||
	    kabi_macro_keyword(parser->at) != RID_MAX)
		return fail(parser, KABI_MACRO_UNSUPPORTED);
	type = kabi_macro_tag(kabi_macro_identifier(parser->at++));
	if (!type && code != ENUMERAL_TYPE) {
		/* Its mention declares it; a pointer to it is known. */
		parser->unknown_name = true;
		type = make_node(code);
	}
	if (!type || TREE_CODE(type) != code)
		return fail(parser, KABI_MACRO_UNKNOWN_NAME);
	if (parser->at->type == CPP_OPEN_BRACE)
		return fail(parser, KABI_MACRO_UNSUPPORTED);
	return type;
}

/* What follows typeof. */
static tree typeof_type(struct kabi_macro_parser *parser)
{
	tree type;

	if (!kabi_macro_expect(parser, CPP_OPEN_PAREN))
		return NULL_TREE;
	if (kabi_macro_type_begins(parser->at))
		type = kabi_macro_type_name(parser);
	else
		type = kabi_macro_expression(parser).type;
	kabi_macro_expect(parser, CPP_CLOSE_PAREN);
	return type ? type : fail(parser, KABI_MACRO_UNKNOWN_NAME);
}

/* Takes one word at the cursor; false when it belongs to no type name. */
static bool take_word(struct kabi_macro_parser *parser, struct words *words)
{
	enum rid keyword = parser->at->type == CPP_NAME
				   ? kabi_macro_keyword(parser->at)
				   : RID_EXTERN;
	unsigned *count = NULL;

	switch (keyword) {
	case RID_SIGNED:
		count = &words->is_signed;
		break;
	case RID_UNSIGNED:
		count = &words->is_unsigned;
		break;
	case RID_SHORT:
		count = &words->shorts;
		break;
	case RID_LONG:
		count = &words->longs;
		break;
	case RID_INT:
		count = &words->ints;
		break;
	case RID_CHAR:
		count = &words->chars;
		break;
	case RID_FLOAT:
		count = &words->floats;
		break;
	case RID_DOUBLE:
		count = &words->doubles;
		break;
	case RID_INT_N_0:
		count = &words->int128s;
		break;
	case RID_CONST:
		words->quals |= TYPE_QUAL_CONST;
		break;
	case RID_VOLATILE:
		words->quals |= TYPE_QUAL_VOLATILE;
		break;
	case RID_RESTRICT:
		break;
	default:
		return false;
	}
	if (count)
		++*count;
	parser->at++;
	return true;
}

static bool has_words(const struct words *words)
{
	return words->type || words->is_signed || words->is_unsigned ||
	       words->shorts || words->longs || words->ints || words->chars ||
	       words->floats || words->doubles || words->int128s;
}

/* Takes what names a type completely; false when nothing like it is here. */
static bool take_type(struct kabi_macro_parser *parser, struct words *words)
{
	enum rid keyword;
	tree symbol;

	if (words->type || parser->at->type != CPP_NAME)
		return false;
	keyword = kabi_macro_keyword(parser->at);
	switch (keyword) {
	case RID_VOID:
		words->type = void_type_node;
		break;
	case RID_BOOL:
		words->type = boolean_type_node;
		break;
	case RID_STRUCT:
	case RID_UNION:
	case RID_ENUM:
		parser->at++;
		words->type = tagged_type(parser, keyword);
		return words->type != NULL_TREE;
	case RID_TYPEOF:
		parser->at++;
		words->type = typeof_type(parser);
		return words->type != NULL_TREE;
	case RID_MAX:
		symbol = has_words(words)
				 ? NULL_TREE
				 : kabi_macro_symbol(
					   kabi_macro_identifier(parser->at));
		if (!symbol || TREE_CODE(symbol) != TYPE_DECL)
			return false;
		words->type = TREE_TYPE(symbol);
		break;
	default:
		return false;
	}
	parser->at++;
	return true;
}

static tree integer_words(const struct words *words)
{
	bool is_unsigned = words->is_unsigned;

	if (words->int128s)
		return is_unsigned ? int_n_trees[0].unsigned_type
				   : int_n_trees[0].signed_type;
	if (words->shorts)
		return is_unsigned ? short_unsigned_type_node
				   : short_integer_type_node;
	if (words->longs == 1)
		return is_unsigned ? long_unsigned_type_node
				   : long_integer_type_node;
	if (words->longs)
		return is_unsigned ? long_long_unsigned_type_node
				   : long_long_integer_type_node;
	return is_unsigned ? unsigned_type_node : integer_type_node;
}

/* Can these words stand together? C11 6.7.2p2. */
static bool is_valid(const struct words *words)
{
	unsigned int bases = words->chars + words->floats + words->doubles +
			     words->int128s + !!words->type;
	bool is_long_double = words->doubles && words->longs == 1;

	if (words->is_signed + words->is_unsigned > 1 || words->shorts > 1 ||
	    words->longs > 2 || words->ints > 1 || bases > 1)
		return false;
	if ((words->type || words->floats || words->doubles) &&
	    (words->is_signed || words->is_unsigned))
		return false;
	if (bases && (words->ints || words->shorts))
		return false;
	return !words->longs || is_long_double || (!bases && !words->shorts);
}

static tree type_of_words(const struct words *words)
{
	if (!is_valid(words))
		return NULL_TREE;
	if (words->type)
		return words->type;
	if (words->chars)
		return words->is_unsigned ? unsigned_char_type_node
		       : words->is_signed ? signed_char_type_node
					  : char_type_node;
	if (words->floats)
		return float_type_node;
	if (words->doubles)
		return words->longs ? long_double_type_node : double_type_node;
	return has_words(words) ? integer_words(words) : NULL_TREE;
}

/* `[N]` after a type; the first is the outermost array. */
static tree arrays_of(struct kabi_macro_parser *parser, tree type)
{
	tree bound;

	if (!kabi_macro_enter(parser))
		return NULL_TREE;
	if (kabi_macro_accept(parser, CPP_OPEN_SQUARE)) {
		bound = kabi_macro_conditional(parser).value;
		kabi_macro_expect(parser, CPP_CLOSE_SQUARE);
		type = arrays_of(parser, type);
		if (!bound)
			type = fail(parser, KABI_MACRO_NOT_CONSTANT);
		else if (type && (!tree_fits_uhwi_p(bound) ||
				  tree_to_uhwi(bound) - 1 >= MAX_ELEMENTS ||
				  !COMPLETE_TYPE_P(type)))
			type = fail(parser, KABI_MACRO_UNSUPPORTED);
		else if (type)
			type = build_array_type_nelts(type,
						      tree_to_uhwi(bound));
	}
	kabi_macro_leave(parser);
	return parser->outcome == KABI_MACRO_INTEGER ? type : NULL_TREE;
}

static tree parse_type_name(struct kabi_macro_parser *parser)
{
	struct words words = {};
	tree type;

	while (take_word(parser, &words) || take_type(parser, &words))
		;
	type = type_of_words(&words);
	if (!type || type == error_mark_node ||
	    parser->outcome != KABI_MACRO_INTEGER)
		return fail(parser, KABI_MACRO_NOT_EXPRESSION);
	if (words.quals)
		type = build_qualified_type(type,
					    TYPE_QUALS(type) | words.quals);
	while (kabi_macro_accept(parser, CPP_MULT)) {
		type = build_pointer_type(type);
		words.quals = 0;
		while (take_word(parser, &words))
			;
		if (words.quals)
			type = build_qualified_type(type, words.quals);
	}
	if (parser->at->type == CPP_OPEN_PAREN)
		return fail(parser, KABI_MACRO_UNSUPPORTED);
	return arrays_of(parser, type);
}

tree kabi_macro_type_name(struct kabi_macro_parser *parser)
{
	tree type;

	if (!kabi_macro_enter(parser))
		return NULL_TREE;
	type = parse_type_name(parser);
	kabi_macro_leave(parser);
	return type;
}
