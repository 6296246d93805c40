// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * CONFIG_*: which of them the TU looked at, and from which a macro's value is
 * made.
 *
 * libcpp marks every name that was expanded or tested, defined or not. It does
 * not hear of an option that is not set and that only IS_ENABLED() and its like
 * ask for: there it is an argument, that is pasted behind a placeholder. This
 * identifier is then the trace (include/linux/kconfig.h; the same since 2012).
 */
#include "gcc-compat.h"
#include "macro-parse.h"
#include "record.h"

#define PLACEHOLDER "__ARG_PLACEHOLDER_"

/* Options of the macro that is being expanded, each once. */
static vec<const cpp_hashnode *> options;
/* Those of all macros, and of the TU. */
static hash_set<const cpp_hashnode *> *all_options;

static const char *name_of(const cpp_hashnode *node)
{
	return (const char *)NODE_NAME(node);
}

bool kabi_macro_is_option(const cpp_hashnode *node)
{
	return !strncmp(name_of(node), "CONFIG_", 7);
}

static bool is_placeholder(const cpp_hashnode *node)
{
	const size_t length = sizeof(PLACEHOLDER "CONFIG_") - 1;

	return NODE_LEN(node) > length &&
	       !strncmp(name_of(node), PLACEHOLDER "CONFIG_", length);
}

/* Of most names nothing is looked at that is not in the node. */
bool kabi_macro_traces_option(const cpp_hashnode *node)
{
	return (node->flags & NODE_USED && kabi_macro_is_option(node)) ||
	       is_placeholder(node);
}

static void add_option(const cpp_hashnode *node)
{
	if (!kabi_macro_is_option(node) || options.contains(node))
		return;
	options.safe_push(node);
	all_options->add(node);
}

void kabi_macro_options_begin(void)
{
	options.truncate(0);
}

/*
 * Not only the options that expand: in IS_ENABLED(CONFIG_FOO) one that is not
 * set makes the value too.
 */
void kabi_macro_options_add(const cpp_hashnode *node)
{
	const cpp_macro *macro = node->value.macro;

	add_option(node);
	for (unsigned int i = 0; i < macro->count; i++) {
		const cpp_token *token = &macro->exp.tokens[i];

		if (token->type == CPP_NAME)
			add_option(token->val.node.node);
	}
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(name_of(*(const cpp_hashnode *const *)a),
		      name_of(*(const cpp_hashnode *const *)b));
}

void kabi_macro_options_record(struct kabi_recorder *recorder)
{
	auto_vec<char, 256> list;
	const cpp_hashnode *node;
	unsigned int i;

	if (options.is_empty())
		return;
	options.qsort(compare_names);
	FOR_EACH_VEC_ELT(options, i, node) {
		if (i)
			list.safe_push(',');
		for (const char *at = name_of(node); *at; at++)
			list.safe_push(*at);
	}
	list.safe_push('\0');
	kabi_record_key(recorder, "config", list.address());
}

static void record_unset(struct kabi_recorder *recorder, const char *name)
{
	kabi_record_begin(recorder, KABI_KIND_CONFIG, name);
	kabi_record_end(recorder);
}

/* The definition as it is spelled, between its tokens one blank at most. */
static void record_text(struct kabi_recorder *recorder, const cpp_macro *macro)
{
	auto_vec<char, 64> text;

	for (unsigned int i = 0; i < macro->count; i++) {
		const cpp_token *token = &macro->exp.tokens[i];
		unsigned int length = cpp_token_len(token);
		unsigned int at;
		unsigned char *end;

		if (i && token->flags & PREV_WHITE)
			text.safe_push(' ');
		at = text.length();
		text.safe_grow(at + length);
		end = cpp_spell_token(parse_in, token,
				      (unsigned char *)text.address() + at,
				      false);
		text.truncate((char *)end - text.address());
	}
	kabi_record_string(recorder, text.address(), text.length());
}

/* A number, also with a sign; whether it is an integer is not looked at. */
static bool is_number(const cpp_macro *macro)
{
	const cpp_token *tokens = macro->exp.tokens;

	return (macro->count == 1 && tokens[0].type == CPP_NUMBER) ||
	       (macro->count == 2 && tokens[0].type == CPP_MINUS &&
		tokens[1].type == CPP_NUMBER);
}

static bool record_number(struct kabi_recorder *recorder,
			  const cpp_macro *macro)
{
	struct kabi_macro_parser parser = {};
	cpp_token tokens[3] = {};
	struct kabi_operand operand;

	for (unsigned int i = 0; i < macro->count; i++)
		tokens[i] = macro->exp.tokens[i];
	tokens[macro->count].type = CPP_EOF;
	parser.at = tokens;
	parser.end = tokens + macro->count;
	operand = kabi_macro_expression(&parser);
	if (parser.at != parser.end || parser.outcome != KABI_MACRO_INTEGER ||
	    !operand.value)
		return false;
	if (tree_fits_shwi_p(operand.value))
		kabi_record_signed(recorder, tree_to_shwi(operand.value));
	else if (tree_fits_uhwi_p(operand.value))
		kabi_record_unsigned(recorder, tree_to_uhwi(operand.value));
	else
		return false;
	return true;
}

static bool record_string(struct kabi_recorder *recorder,
			  const cpp_macro *macro)
{
	struct kabi_operand operand = kabi_operand_of_type(NULL_TREE);
	unsigned char *bytes;
	size_t length;

	operand.string = macro->exp.tokens;
	operand.string_count = 1;
	bytes = kabi_macro_string_bytes(&operand, &length);
	if (!bytes)
		return false;
	/* Without the closing NUL. */
	kabi_record_string(recorder, (const char *)bytes, length - 1);
	free(bytes);
	return true;
}

static void record_value(struct kabi_recorder *recorder, const cpp_macro *macro)
{
	if (is_number(macro) && record_number(recorder, macro))
		return;
	if (macro->count == 1 && macro->exp.tokens[0].type == CPP_STRING &&
	    record_string(recorder, macro))
		return;
	record_text(recorder, macro);
}

static void record_option(struct kabi_recorder *recorder,
			  const cpp_hashnode *node)
{
	if (node->type != NT_USER_MACRO) {
		record_unset(recorder, name_of(node));
		return;
	}
	if (node->value.macro->fun_like || node->value.macro->lazy)
		return;
	kabi_record_begin(recorder, KABI_KIND_CONFIG, name_of(node));
	kabi_record_line(recorder, 1);
	record_value(recorder, node->value.macro);
	kabi_record_end(recorder);
}

/*
 * It was not set when it was asked for. Every such test asks for the name with
 * _MODULE too, which is not worth a word.
 */
static void record_asked(struct kabi_recorder *recorder, const char *name)
{
	size_t length = strlen(name);
	tree identifier = maybe_get_identifier(name);

	if (length >= 7 && !strcmp(name + length - 7, "_MODULE"))
		return;
	/* Some file of the kernel sets it only later. */
	if (identifier &&
	    CPP_HASHNODE(GCC_IDENT_TO_HT_IDENT(identifier))->type != NT_VOID)
		return;
	record_unset(recorder, name);
}

void kabi_macro_config_begin(void)
{
	all_options = new hash_set<const cpp_hashnode *>(509);
}

void kabi_macro_config_record(struct kabi_recorder *recorder,
			      const vec<cpp_hashnode *> &traces)
{
	unsigned int i;
	cpp_hashnode *trace;

	FOR_EACH_VEC_ELT(traces, i, trace) {
		if (is_placeholder(trace))
			record_asked(recorder,
				     name_of(trace) + sizeof(PLACEHOLDER) - 1);
		else
			all_options->add(trace);
	}
	for (const cpp_hashnode *option : *all_options)
		record_option(recorder, option);
	options.release();
	delete all_options;
}
