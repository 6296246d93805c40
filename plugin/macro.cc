// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Which macros there are, which of them count, and what became of them. See
 * macro.h for the rules.
 */
#include "gcc-compat.h"

#include "exposure.h"
#include "identifiers.h"
#include "macro-parse.h"
#include "macro.h"
#include "record.h"
#include "scope.h"
#include "where.h"

#define MANY_TOKENS 512

static bool scope_all;
static unsigned int outcomes[KABI_MACRO_OUTCOME_COUNT];

/* By whom a macro was used, as far as is known. */
enum usage {
	USE_BODY,   /* bodies of functions in far headers, which do not count */
	USE_HEADER, /* other text of headers: its value need not be in code */
	USE_CODE,   /* code that can be reached, or all of what is no header */
};

/*
 * Macros that were used, under any of their definitions: one that is defined
 * anew as it was is still the one that was used.
 */
static hash_map<cpp_hashnode *, enum usage> *used;

/* A function of a header whose body used a macro. */
struct body_use {
	unsigned int function; /* DECL_UID */
	cpp_hashnode *node;
};

static vec<body_use> body_uses;
static unsigned int current_uses; /* the first of the current function */

/* Used by headers since code was last read, in a function or no header. */
static vec<cpp_hashnode *> header_uses;

static void (*next_used_define)(cpp_reader *, location_t, cpp_hashnode *);
static void (*next_file_change)(cpp_reader *, const line_map_ordinary *);

/*
 * May its value be in code? Most of what headers use in front of functions is
 * attributes and the like, which need not be announced again.
 */
static bool may_have_value(const cpp_hashnode *node)
{
	const cpp_macro *macro = node->value.macro;
	tree name;

	if (node->type != NT_USER_MACRO || !macro || macro->lazy)
		return true;
	if (macro->fun_like || !macro->count)
		return false;
	if (macro->exp.tokens[0].type != CPP_NAME)
		return true;
	name = HT_IDENT_TO_GCC_IDENT(
		HT_NODE(macro->exp.tokens[0].val.node.node));
	if (!C_IS_RESERVED_WORD(name))
		return true;
	switch (C_RID_CODE(name)) {
	case RID_ATTRIBUTE:
	case RID_EXTERN:
	case RID_INLINE:
	case RID_STATIC:
		return false;
	default:
		return true;
	}
}

/*
 * Called by libcpp on the first use of every definition. As long as it is not
 * known that code uses it, libcpp is made to announce it again: forget_use().
 */
static void note_use(cpp_reader *reader, location_t where, cpp_hashnode *node)
{
	bool known;
	enum usage &usage = used->get_or_insert(node, &known);

	if (!known)
		usage = USE_BODY;
	if (!kabi_scope_in_header())
		usage = USE_CODE;
	else if (usage == USE_BODY &&
		 !(current_function_decl && kabi_scope_in_far_header()))
		usage = USE_HEADER;
	if (!current_function_decl && usage != USE_CODE) {
		if (may_have_value(node))
			header_uses.safe_push(node);
	} else if (usage != USE_CODE) {
		struct body_use body = { DECL_UID(current_function_decl),
					 node };

		body_uses.safe_push(body);
	}
	if (!known && next_used_define)
		next_used_define(reader, where, node);
}

static void forget_use(cpp_hashnode *node)
{
	/* Of an option libcpp's mark is all that is ever asked for. */
	if (!kabi_macro_is_option(node))
		node->flags &= ~NODE_USED;
}

static void forget_header_uses(void)
{
	while (!header_uses.is_empty())
		forget_use(header_uses.pop());
}

/* PLUGIN_START_PARSE_FUNCTION */
static void start_function(void *, void *)
{
	forget_header_uses();
}

/* PLUGIN_FINISH_PARSE_FUNCTION */
static void finish_function(void *, void *)
{
	for (; current_uses < body_uses.length(); current_uses++)
		forget_use(body_uses[current_uses].node);
}

/* Called by libcpp at every beginning and end of a file. */
static void note_file(cpp_reader *reader, const line_map_ordinary *map)
{
	if (next_file_change)
		next_file_change(reader, map);
	if (!kabi_scope_in_header())
		forget_header_uses();
}

/*
 * PLUGIN_ALL_IPA_PASSES_START: what the bodies used that can be reached counts,
 * as the types do that they touch.
 */
static void finish_parsing(void *, void *)
{
	hash_set<int_hash<unsigned int, 0>> reachable;
	struct cgraph_node *function;
	unsigned int i;
	struct body_use *use;

	FOR_EACH_FUNCTION_WITH_GIMPLE_BODY(function)
		reachable.add(DECL_UID(function->decl));
	FOR_EACH_VEC_ELT(body_uses, i, use) {
		if (reachable.contains(use->function))
			used->put(use->node, USE_CODE);
	}
	body_uses.release();
	header_uses.release();
}

/*
 * After parsing, GCC lets its garbage collector take identifiers, and the
 * macros with them. We still need them when the code is out.
 */
static void start_collection(void *, void *)
{
	ggc_protect_identifiers = true;
}

bool kabi_macros_available(void)
{
	return parse_in && !cpp_get_options(parse_in)->preprocessed;
}

void kabi_macros_init(bool all)
{
	cpp_callbacks *callbacks;

	scope_all = all;
	if (!kabi_macros_available())
		return;
	register_callback("kabi", PLUGIN_GGC_START, start_collection, NULL);
	kabi_macro_names_init();
	if (all)
		return;
	used = new hash_map<cpp_hashnode *, enum usage>(4093);
	register_callback("kabi", PLUGIN_START_PARSE_FUNCTION, start_function,
			  NULL);
	register_callback("kabi", PLUGIN_FINISH_PARSE_FUNCTION, finish_function,
			  NULL);
	register_callback("kabi", PLUGIN_ALL_IPA_PASSES_START, finish_parsing,
			  NULL);
	callbacks = cpp_get_callbacks(parse_in);
	next_used_define = callbacks->used_define;
	callbacks->used_define = note_use;
	next_file_change = callbacks->file_change;
	callbacks->file_change = note_file;
}

/*
 * Is it of an included file, and no system header? What a target pragma defines
 * has the line of the pragma, and not the mark.
 */
static bool is_of_header(const cpp_macro *macro)
{
	const line_map *map;

	if (macro->line <= BUILTINS_LOCATION ||
	    in_system_header_at(macro->line))
		return false;
	map = linemap_lookup(line_table, macro->line);
	return map && !linemap_macro_expansion_map_p(map) &&
	       !MAIN_FILE_P(linemap_check_ordinary(map));
}

static bool is_wanted(cpp_hashnode *node)
{
	return node->type == NT_USER_MACRO && node->value.macro &&
	       !node->value.macro->fun_like && !kabi_macro_is_option(node) &&
	       is_of_header(node->value.macro);
}

static void begin_record(struct kabi_recorder *recorder,
			 const cpp_hashnode *node)
{
	struct kabi_where where = kabi_where_get(node->value.macro->line);

	kabi_record_begin(recorder, KABI_KIND_MACRO,
			  (const char *)NODE_NAME(node));
	kabi_record_at(recorder, where.file, where.line);
	kabi_macro_options_record(recorder);
	kabi_record_line(recorder, 1);
}

static enum kabi_macro_outcome record_string(struct kabi_recorder *recorder,
					     const cpp_hashnode *node,
					     const struct kabi_operand *operand)
{
	size_t length;
	unsigned char *bytes;

	/* #x makes a string of the name of what was given up. */
	if (kabi_macro_has_given_up())
		return KABI_MACRO_NOT_CONSTANT;
	bytes = kabi_macro_string_bytes(operand, &length);
	if (!bytes || kabi_macro_lex_error()) {
		free(bytes);
		return KABI_MACRO_NOT_INTEGER;
	}
	begin_record(recorder, node);
	/* Without the closing NUL. */
	kabi_record_string(recorder, (const char *)bytes, length - 1);
	kabi_record_end(recorder);
	free(bytes);
	return KABI_MACRO_STRING;
}

static enum kabi_macro_outcome record(struct kabi_recorder *recorder,
				      const cpp_hashnode *node,
				      const struct kabi_operand *operand)
{
	if (operand->string_count)
		return record_string(recorder, node, operand);
	if (!operand->value)
		return KABI_MACRO_NOT_CONSTANT;
	if (!INTEGRAL_TYPE_P(operand->type))
		return KABI_MACRO_NOT_INTEGER;
	/* Only __int128 is wider. */
	if (!tree_fits_shwi_p(operand->value) &&
	    !tree_fits_uhwi_p(operand->value))
		return KABI_MACRO_TOO_LARGE;
	begin_record(recorder, node);
	if (tree_fits_shwi_p(operand->value))
		kabi_record_signed(recorder, tree_to_shwi(operand->value));
	else
		kabi_record_unsigned(recorder, tree_to_uhwi(operand->value));
	kabi_record_end(recorder);
	return KABI_MACRO_INTEGER;
}

/*
 * What tests features of the processor, for example, expands to thousands of
 * tokens and has no value, and many macros are made of it.
 */
static bool is_long_group(vec<cpp_token> &tokens)
{
	struct kabi_macro_parser parser = {};

	if (tokens.length() < MANY_TOKENS || tokens[0].type != CPP_OPEN_PAREN)
		return false;
	parser.at = &tokens[0];
	parser.end = &tokens.last();
	kabi_macro_skip_group(&parser);
	return parser.at == parser.end;
}

static enum kabi_macro_outcome evaluate(struct kabi_recorder *recorder,
					cpp_hashnode *node,
					vec<cpp_token> *tokens)
{
	struct kabi_macro_parser parser = {};
	struct kabi_operand operand;
	enum kabi_macro_outcome outcome;

	if (!node->value.macro->count && !node->value.macro->lazy)
		return KABI_MACRO_EMPTY;
	if (!kabi_macro_expand(node, tokens))
		return KABI_MACRO_TOO_LARGE;
	if (tokens->length() == 1)
		return KABI_MACRO_EMPTY;
	parser.at = tokens->address();
	parser.end = parser.at + tokens->length() - 1;
	operand = kabi_macro_expression(&parser);
	if (parser.outcome != KABI_MACRO_INTEGER)
		return parser.outcome;
	if (parser.at != parser.end || kabi_macro_lex_error())
		return KABI_MACRO_NOT_EXPRESSION;
	outcome = record(recorder, node, &operand);
	if (outcome != KABI_MACRO_NOT_CONSTANT || operand.string_count)
		return outcome;
	if (parser.unknown_name)
		return KABI_MACRO_UNKNOWN_NAME;
	if (is_long_group(*tokens))
		kabi_macro_give_up(node, &operand);
	return outcome;
}

static int compare_lines(const void *a, const void *b)
{
	location_t left = (*(cpp_hashnode *const *)a)->value.macro->line;
	location_t right = (*(cpp_hashnode *const *)b)->value.macro->line;

	return left < right ? -1 : left > right;
}

/*
 * Those that count, or all of them, as they are defined: most are made of
 * others that stand before them.
 */
static void choose(const vec<cpp_hashnode *> &macros,
		   vec<cpp_hashnode *> *chosen)
{
	unsigned int i;
	cpp_hashnode *node;

	if (scope_all) {
		FOR_EACH_VEC_ELT(macros, i, node)
			if (is_wanted(node))
				chosen->safe_push(node);
	} else {
		for (auto entry : *used)
			if (entry.second != USE_BODY && is_wanted(entry.first))
				chosen->safe_push(entry.first);
	}
	chosen->qsort(compare_lines);
}

static bool has_value(enum kabi_macro_outcome outcome)
{
	return outcome == KABI_MACRO_INTEGER || outcome == KABI_MACRO_STRING;
}

void kabi_macros_record(struct kabi_recorder *recorder,
			const struct kabi_identifiers *identifiers)
{
	auto_vec<const char *> exposed;
	auto_vec<cpp_hashnode *> nodes;
	auto_vec<cpp_token> tokens;
	cpp_hashnode *node;
	unsigned int i;

	if (!kabi_macros_available())
		return;
	kabi_macro_config_begin();
	kabi_macro_lex_begin(identifiers->macros);
	choose(identifiers->macros, &nodes);
	FOR_EACH_VEC_ELT(nodes, i, node) {
		enum kabi_macro_outcome outcome =
			evaluate(recorder, node, &tokens);

		outcomes[outcome]++;
		if (used && has_value(outcome) && *used->get(node) == USE_CODE)
			exposed.safe_push((const char *)NODE_NAME(node));
	}
	/* Whose values code has built in; of scope=all that is not known. */
	if (used)
		kabi_exposure_record_list(recorder, "macros", exposed);
	kabi_macro_config_record(recorder, identifiers->options);
	kabi_macro_lex_end();
	kabi_macro_names_deinit();
}

unsigned int kabi_macros_unvalued(void)
{
	unsigned int count = 0;

	for (int i = 0; i < KABI_MACRO_OUTCOME_COUNT; i++) {
		if (!has_value((enum kabi_macro_outcome)i) &&
		    i != KABI_MACRO_EMPTY)
			count += outcomes[i];
	}
	return count;
}

unsigned int kabi_macros_count(enum kabi_macro_outcome outcome)
{
	return outcomes[outcome];
}

const char *kabi_macro_outcome_words(enum kabi_macro_outcome outcome)
{
	static const char *const words[] = {
#define KABI_MACRO_OUTCOME(id, text) text,
#include "macro-outcome.def"
#undef KABI_MACRO_OUTCOME
	};

	return words[outcome];
}
