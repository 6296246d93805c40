// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Integer and character constants and strings, with the types that C and the
 * TU's options give them.
 */
#include "gcc-compat.h"
#include "macro-parse.h"

/* The first of integer_types[] from this one on, every second, that holds it.
 */
static unsigned first_that_fits(unsigned int kind, const widest_int &value)
{
	for (; kind < itk_none; kind += 2) {
		tree type = integer_types[kind];

		if (type &&
		    wi::geu_p(wi::to_widest(TYPE_MAX_VALUE(type)), value))
			return kind;
	}
	return itk_none;
}

/* C11 6.4.4.1p5, and what GCC does where no type of the list is wide enough. */
static tree integer_type(const widest_int &value, unsigned int flags)
{
	unsigned int width = flags & CPP_N_WIDTH;
	unsigned int kind = width == CPP_N_SMALL    ? itk_int
			    : width == CPP_N_MEDIUM ? itk_long
						    : itk_long_long;
	unsigned int s = first_that_fits(kind, value);
	unsigned int u = first_that_fits(kind + 1, value);

	if (flags & CPP_N_UNSIGNED)
		kind = u;
	else if ((flags & CPP_N_RADIX) != CPP_N_DECIMAL)
		kind = MIN(s, u);
	else if (s > u && s > itk_long && !flag_isoc99)
		kind = MAX(u, (unsigned)itk_unsigned_long);
	else
		kind = s;
	if (kind >= itk_none)
		return flags & CPP_N_UNSIGNED
			       ? widest_unsigned_literal_type_node
			       : widest_integer_literal_type_node;
	return integer_types[kind];
}

struct kabi_operand kabi_macro_number(struct kabi_macro_parser *parser)
{
	const cpp_token *token = parser->at++;
	unsigned int flags = cpp_classify_number(parse_in, token, NULL, 0);
	unsigned int category = flags & CPP_N_CATEGORY;
	HOST_WIDE_INT words[3];
	widest_int value;
	cpp_num number;

	if (category == CPP_N_FLOATING && !(flags & CPP_N_IMAGINARY)) {
		unsigned int width = flags & CPP_N_WIDTH;

		/* Its value does not matter to us, its type can. */
		if (flags & (CPP_N_DFLOAT | CPP_N_FRACT | CPP_N_ACCUM |
			     CPP_N_FLOATN | CPP_N_FLOATNX | CPP_N_WIDTH_MD))
			return kabi_operand_of_type(NULL_TREE);
		return kabi_operand_of_type(
			width == CPP_N_SMALL   ? float_type_node
			: width == CPP_N_LARGE ? long_double_type_node
					       : double_type_node);
	}
	if (category != CPP_N_INTEGER ||
	    flags & (CPP_N_IMAGINARY | CPP_N_USERDEF)) {
		kabi_macro_fail(parser, KABI_MACRO_NOT_EXPRESSION);
		return kabi_operand_of_type(NULL_TREE);
	}
	number = cpp_interpret_integer(parse_in, token, flags);
	if (number.overflow) {
		kabi_macro_fail(parser, KABI_MACRO_TOO_LARGE);
		return kabi_operand_of_type(NULL_TREE);
	}
	words[0] = number.low;
	words[1] = number.high;
	words[2] = 0;
	value = widest_int::from_array(words, 3);
	return kabi_operand_integer(
		wide_int_to_tree(integer_type(value, flags), value));
}

struct kabi_operand kabi_macro_character(struct kabi_macro_parser *parser)
{
	const cpp_token *token = parser->at++;
	unsigned int length = 0;
	int is_unsigned = 0;
	cppchar_t value;
	tree type = integer_type_node;

	value = cpp_interpret_charconst(parse_in, token, &length, &is_unsigned);
	if (!length) {
		kabi_macro_fail(parser, KABI_MACRO_NOT_EXPRESSION);
		return kabi_operand_of_type(NULL_TREE);
	}
	if (token->type == CPP_WCHAR)
		type = wchar_type_node;
	else if (token->type == CPP_CHAR16)
		type = char16_type_node;
	else if (token->type == CPP_CHAR32)
		type = char32_type_node;
	else if (token->type == CPP_UTF8CHAR)
		type = unsigned_char_type_node;
	if (is_unsigned)
		return kabi_operand_integer(build_int_cst(type, value));
	return kabi_operand_integer(
		build_int_cst(type, (cppchar_signed_t)value));
}

static bool is_string(enum cpp_ttype type)
{
	return type == CPP_STRING || type == CPP_WSTRING ||
	       type == CPP_STRING16 || type == CPP_STRING32 ||
	       type == CPP_UTF8STRING;
}

struct kabi_operand kabi_macro_string(struct kabi_macro_parser *parser)
{
	struct kabi_operand operand = kabi_operand_of_type(NULL_TREE);

	operand.string = parser->at;
	for (; is_string(parser->at->type); parser->at++)
		operand.string_count++;
	return operand;
}

unsigned char *kabi_macro_string_bytes(const struct kabi_operand *operand,
				       size_t *length)
{
	auto_vec<cpp_string, 16> parts;
	cpp_string bytes;

	for (unsigned int i = 0; i < operand->string_count; i++) {
		if (operand->string[i].type != CPP_STRING)
			return NULL;
		parts.safe_push(operand->string[i].val.str);
	}
	if (!cpp_interpret_string(parse_in, parts.address(), parts.length(),
				  &bytes, CPP_STRING))
		return NULL;
	*length = bytes.len;
	return CONST_CAST(unsigned char *, bytes.text);
}
