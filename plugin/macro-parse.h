/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the macro-*.cc files share: the tokens of one macro's expansion while
 * they are parsed as a C expression. macro-lex.cc makes the tokens,
 * macro-expr.cc parses expressions, macro-type.cc type names, macro-fold.cc
 * computes, and macro-names.cc knows the names of the TU. Nobody else includes
 * this.
 *
 * Needs gcc-compat.h before it.
 */
#ifndef KABI_PLUGIN_MACRO_PARSE_H
#define KABI_PLUGIN_MACRO_PARSE_H

#include <kabi/format.h>

#include "macro.h"

/*
 * A cursor over the tokens; the one at end is CPP_EOF. After a failure it stays
 * at the end, so that every loop of the parser ends too.
 */
struct kabi_macro_parser {
	const cpp_token *at;
	const cpp_token *end;
	unsigned int depth;
	/* Did a name occur that the file scope does not have? */
	bool unknown_name;
	/* KABI_MACRO_INTEGER until something fails; the first failure stays. */
	enum kabi_macro_outcome outcome;
};

/*
 * What an expression is as far as we know. Its parts are NULL where we do not
 * know them or where they are not constant, which is no failure by itself: a
 * later `? :` or sizeof may well not need them.
 */
struct kabi_operand {
	tree type;
	tree value;   /* an INTEGER_CST of that type, also of pointer type */
	tree address; /* of an lvalue at a constant place: a sizetype constant
		       */
	/*
	 * Is it an integer constant expression in C's sense (for pointers: such
	 * a zero cast to void *)? Only that makes 0 a null pointer constant.
	 */
	bool is_ice;
	/* String literals, side by side; type, value and address are NULL. */
	const cpp_token *string;
	unsigned int string_count;
};

/* Ends the parse with this outcome; the first one counts. */
void kabi_macro_fail(struct kabi_macro_parser *parser,
		     enum kabi_macro_outcome outcome);

/* Goes one level deeper; false when that is too deep. Pair with _leave. */
bool kabi_macro_enter(struct kabi_macro_parser *parser);
void kabi_macro_leave(struct kabi_macro_parser *parser);

/* Steps over a token of this type, if it is one. */
bool kabi_macro_accept(struct kabi_macro_parser *parser, enum cpp_ttype type);
/* The same, and fails with NOT_EXPRESSION if it is not one. */
bool kabi_macro_expect(struct kabi_macro_parser *parser, enum cpp_ttype type);
/* Steps over `(`...`)`, `{`...`}` or `[`...`]` from its opening token on. */
void kabi_macro_skip_group(struct kabi_macro_parser *parser);

/* The identifier that a CPP_NAME token is; its keyword (RID_MAX: none). */
tree kabi_macro_identifier(const cpp_token *token);
enum rid kabi_macro_keyword(const cpp_token *token);

/* macro-expr.cc: an expression with commas; one without; one as in a cast. */
struct kabi_operand kabi_macro_expression(struct kabi_macro_parser *parser);
struct kabi_operand kabi_macro_conditional(struct kabi_macro_parser *parser);
struct kabi_operand kabi_macro_unary(struct kabi_macro_parser *parser);

/* macro-primary.cc: literals, names, calls, parentheses and what follows them.
 */
struct kabi_operand kabi_macro_postfix(struct kabi_macro_parser *parser);

/* macro-literal.cc */
struct kabi_operand kabi_macro_number(struct kabi_macro_parser *parser);
struct kabi_operand kabi_macro_character(struct kabi_macro_parser *parser);
struct kabi_operand kabi_macro_string(struct kabi_macro_parser *parser);
/*
 * The bytes of string literals, with the closing NUL, for free(); NULL when
 * they are no plain strings.
 */
unsigned char *kabi_macro_string_bytes(const struct kabi_operand *operand,
				       size_t *length);

/* macro-type.cc: does a type name begin here; the type name (NULL: failed). */
bool kabi_macro_type_begins(const cpp_token *token);
tree kabi_macro_type_name(struct kabi_macro_parser *parser);

/* macro-fold.cc: C's operators on operands. None of them fails. */
struct kabi_operand kabi_operand_of_type(tree type);
struct kabi_operand kabi_operand_integer(tree value);
struct kabi_operand kabi_operand_rvalue(struct kabi_operand operand);
struct kabi_operand kabi_operand_cast(tree type, struct kabi_operand operand);
struct kabi_operand kabi_operand_unary(enum tree_code code,
				       struct kabi_operand operand);
struct kabi_operand kabi_operand_binary(enum tree_code code,
					struct kabi_operand left,
					struct kabi_operand right);
struct kabi_operand kabi_operand_choose(struct kabi_operand condition,
					struct kabi_operand yes,
					struct kabi_operand no);

/* macro-layout.cc: where things lie; sizes and offsets in bytes. */
struct kabi_operand kabi_operand_sizeof(struct kabi_operand operand);
struct kabi_operand kabi_operand_alignof(tree type, bool minimum);
struct kabi_operand kabi_operand_dereference(struct kabi_operand pointer);
struct kabi_operand kabi_operand_address_of(struct kabi_operand operand);
struct kabi_operand kabi_operand_index(struct kabi_operand array,
				       struct kabi_operand index);
struct kabi_operand kabi_operand_member(struct kabi_operand object, tree name);

/*
 * macro-names.cc: the file scope of the TU, which is closed when we ask; init
 * while it is still open.
 */
void kabi_macro_names_init(void);
void kabi_macro_names_deinit(void);
tree kabi_macro_symbol(tree identifier); /* a DECL, or NULL */
tree kabi_macro_tag(tree identifier);	 /* a struct, union or enum, or NULL */

/*
 * macro-lex.cc: everything else between begin, which takes all macros there
 * are, and end. Those that can have no value are none in between.
 */
void kabi_macro_lex_begin(const vec<cpp_hashnode *> &macros);
void kabi_macro_lex_end(void);
/* The macro's expansion without padding, closed by a CPP_EOF; false: too long.
 */
bool kabi_macro_expand(cpp_hashnode *node, vec<cpp_token> *tokens);
/* Did libcpp meet an error in it, or in one of its tokens since? */
bool kabi_macro_lex_error(void);
/*
 * A long macro without a value: from here on it is not expanded any more and
 * stands for this operand, which is the whole of it, in parentheses. NULL when
 * the name is none of these. Did the last expansion meet one?
 */
void kabi_macro_give_up(cpp_hashnode *node, const struct kabi_operand *operand);
const struct kabi_operand *kabi_macro_given_up(const cpp_hashnode *node);
bool kabi_macro_has_given_up(void);

/*
 * macro-config.cc: options (CONFIG_*). Does an identifier show that the TU
 * looked at one?
 */
bool kabi_macro_is_option(const cpp_hashnode *node);
bool kabi_macro_traces_option(const cpp_hashnode *node);
/*
 * Which of them the macro that is being expanded is made from. begin; add every
 * macro that expands; record writes the key `config` into the head that is
 * open, if there are any.
 */
void kabi_macro_options_begin(void);
void kabi_macro_options_add(const cpp_hashnode *node);
void kabi_macro_options_record(struct kabi_recorder *recorder);
/*
 * Around all of these. record writes a `config` record for every option that
 * the TU looked at, "traces", or that its macros were evaluated from; before
 * kabi_macro_lex_end().
 */
void kabi_macro_config_begin(void);
void kabi_macro_config_record(struct kabi_recorder *recorder,
			      const vec<cpp_hashnode *> &traces);

#endif /* KABI_PLUGIN_MACRO_PARSE_H */
