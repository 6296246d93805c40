// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A macro's name in, the tokens of its expansion out. libcpp does the work: the
 * name is pushed as a buffer of its own and lexed. That is safe only when the
 * parser has read its last token, and it changes the state of the preprocessor,
 * so that it is done when the code is out.
 *
 * In between, the callbacks are ours: nobody hears a diagnostic (an
 * unterminated call is an error otherwise) or a new line. What has no value of
 * its own is no macro meanwhile and so stays a name that the parser does not
 * know: __LINE__ and its like; __has_builtin, which looks into scopes that are
 * closed; _Pragma, which could run any pragma; and kbuild's KBUILD_*, which
 * differ from TU to TU.
 */
#include "gcc-compat.h"
#include "macro-parse.h"

/* No sane constant is as long, or needs as many expansions. */
#define MAX_TOKENS 16384
#define MAX_EXPANSIONS 65536

static cpp_callbacks saved_callbacks;
static unsigned char saved_track_macro_expansion;
static unsigned int expansions;
static vec<cpp_hashnode *> stopped;
static bool has_error;

struct hidden_macro {
	cpp_hashnode *node;
	enum node_type type;
};

static vec<hidden_macro> hidden;

/* Those of them that were found to have no value; is one in this expansion? */
struct given_up {
	const cpp_hashnode *node;
	struct kabi_operand operand;
};

static vec<struct given_up> all_given_up;
static bool has_given_up;

/* Macros that -Wunused-macros has to go on seeing as unused. */
static vec<cpp_macro *> unused;
static bool keep_unused;

static bool is_hidden(const cpp_hashnode *node)
{
	if (node->type == NT_BUILTIN_MACRO)
		return node->value.builtin != BT_STDC &&
		       node->value.builtin != BT_HAS_ATTRIBUTE &&
		       node->value.builtin != BT_HAS_STD_ATTRIBUTE;
	return node->type == NT_USER_MACRO &&
	       !strncmp((const char *)NODE_NAME(node), "KBUILD_", 7);
}

static void hide(cpp_hashnode *node)
{
	hidden_macro entry = { node, (enum node_type)node->type };

	hidden.safe_push(entry);
	node->type = NT_VOID;
}

static void prepare(cpp_hashnode *node)
{
	if (is_hidden(node)) {
		hide(node);
	} else if (keep_unused && node->type == NT_USER_MACRO &&
		   node->value.macro && !node->value.macro->used) {
		unused.safe_push(node->value.macro);
	}
}

static bool note_diagnostic(cpp_reader *, enum cpp_diagnostic_level level,
			    enum cpp_warning_reason, rich_location *,
			    const char *, va_list *)
{
	if (level == CPP_DL_ERROR || level == CPP_DL_ICE ||
	    level == CPP_DL_FATAL)
		has_error = true;
	return false;
}

bool kabi_macro_lex_error(void)
{
	return has_error;
}

static int stop_macro(cpp_reader *, cpp_hashnode *node, void *)
{
	if (node->type == NT_USER_MACRO) {
		stopped.safe_push(node);
		node->type = NT_VOID;
	}
	return 1;
}

/*
 * libcpp has no way to drop an expansion that is under way. With no macro left
 * nothing expands any further, and the rest is read quickly.
 */
static void stop_expanding(void)
{
	if (stopped.is_empty())
		cpp_forall_identifiers(parse_in, stop_macro, NULL);
}

/* Puts the macros back; false when nothing had been stopped. */
static bool resume_expanding(void)
{
	bool was_stopped = !stopped.is_empty();
	unsigned int i;
	cpp_hashnode *node;

	FOR_EACH_VEC_ELT(stopped, i, node)
		node->type = NT_USER_MACRO;
	stopped.truncate(0);
	return was_stopped;
}

void kabi_macro_give_up(cpp_hashnode *node, const struct kabi_operand *operand)
{
	struct given_up entry = { node, *operand };

	hide(node);
	all_given_up.safe_push(entry);
}

const struct kabi_operand *kabi_macro_given_up(const cpp_hashnode *node)
{
	unsigned int i;
	struct given_up *entry;

	FOR_EACH_VEC_ELT(all_given_up, i, entry)
		if (entry->node == node)
			return &entry->operand;
	return NULL;
}

bool kabi_macro_has_given_up(void)
{
	return has_given_up;
}

static void find_given_up(const cpp_macro *macro)
{
	for (unsigned int i = 0; i < macro->count && !has_given_up; i++) {
		const cpp_token *token = &macro->exp.tokens[i];

		has_given_up = token->type == CPP_NAME &&
			       kabi_macro_given_up(token->val.node.node);
	}
}

static void note_expansion(cpp_reader *, location_t, cpp_hashnode *node)
{
	if (!all_given_up.is_empty())
		find_given_up(node->value.macro);
	kabi_macro_options_add(node);
	if (++expansions == MAX_EXPANSIONS)
		stop_expanding();
}

void kabi_macro_lex_begin(const vec<cpp_hashnode *> &macros)
{
	cpp_callbacks *callbacks = cpp_get_callbacks(parse_in);
	cpp_options *options = cpp_get_options(parse_in);
	unsigned int i;
	cpp_hashnode *node;

	saved_callbacks = *callbacks;
	callbacks->diagnostic = note_diagnostic;
	callbacks->used = note_expansion;
	callbacks->line_change = NULL;
	callbacks->used_define = NULL;
	callbacks->used_undef = NULL;

	/* Every expansion would make a line map that nobody looks at. */
	saved_track_macro_expansion = options->track_macro_expansion;
	options->track_macro_expansion = 0;

	keep_unused = options->warn_unused_macros;
	FOR_EACH_VEC_ELT(macros, i, node)
		prepare(node);
}

void kabi_macro_lex_end(void)
{
	unsigned int i;
	hidden_macro *entry;
	cpp_macro *macro;

	FOR_EACH_VEC_ELT(hidden, i, entry)
		entry->node->type = entry->type;
	hidden.release();
	all_given_up.release();
	FOR_EACH_VEC_ELT(unused, i, macro)
		macro->used = 0;
	unused.release();
	stopped.release();
	cpp_get_options(parse_in)->track_macro_expansion =
		saved_track_macro_expansion;
	*cpp_get_callbacks(parse_in) = saved_callbacks;
}

bool kabi_macro_expand(cpp_hashnode *node, vec<cpp_token> *tokens)
{
	/* libcpp wants a newline behind the buffer, and writes there. */
	auto_vec<unsigned char, 128> name;
	const cpp_token *token;

	tokens->truncate(0);
	name.safe_grow(NODE_LEN(node) + 1);
	memcpy(name.address(), NODE_NAME(node), NODE_LEN(node));
	name[NODE_LEN(node)] = '\n';
	expansions = 0;
	has_error = false;
	has_given_up = false;
	kabi_macro_options_begin();
	cpp_push_buffer(parse_in, name.address(), NODE_LEN(node), true);
	while ((token = cpp_get_token(parse_in))->type != CPP_EOF) {
		if (token->type == CPP_PADDING || token->type == CPP_COMMENT)
			continue;
		if (tokens->length() < MAX_TOKENS)
			tokens->safe_push(*token);
		else
			stop_expanding();
	}
	tokens->safe_push(*token);
	return !resume_expanding();
}
