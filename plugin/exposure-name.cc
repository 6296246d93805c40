// SPDX-License-Identifier: GPL-2.0-or-later
// What the source names while it is parsed: see exposure-parts.h.
//
// sizeof and offsetof are constants before anybody can ask. Three things
// remain: that a specifier was read inside of a sizeof; the operand of the last
// sizeof, which is looked at whenever GCC or libcpp call us, at the latest with
// the next line; and the macros through which a name went, as long as its
// location lives.

#include "gcc-compat.h"

#include "exposure-parts.h"

#define MAX_STEPS 256

static vec<kabi_naming> namings;
static vec<kabi_naming> outside;
static vec<kabi_named> functions; /* that were parsed */
static vec<kabi_named> opened;	  /* that are being parsed, outermost first */
static vec<tree> typedefs;	  /* of structs */
static hash_map<tree, unsigned int> *by_function;
static struct kabi_named outside_named;

static tree last_operand;
static location_t last_location;
/* The naming in a sizeof whose operand was not seen yet. */
static vec<kabi_naming> *pending_in;
static unsigned int pending;

static void (*next_line_change)(cpp_reader *, const cpp_token *, int);

static vec<kabi_naming> *current(void)
{
	return opened.is_empty() ? &outside : &namings;
}

/* sizeof(struct TAG *) and sizeof(((struct TAG *)0)->member) are not of it. */
static bool measures_other(tree operand, tree named)
{
	tree type = TYPE_P(operand) ? operand : TREE_TYPE(operand);
	bool is_pointer = false;

	if (!type || type == error_mark_node)
		return false;
	for (;; type = TREE_TYPE(type)) {
		if (POINTER_TYPE_P(type))
			is_pointer = true;
		else if (TREE_CODE(type) != ARRAY_TYPE)
			break;
	}
	if (is_pointer && TYPE_MAIN_VARIANT(type) == named)
		return true;
	while (TREE_CODE(operand) == ARRAY_REF)
		operand = TREE_OPERAND(operand, 0);
	return TREE_CODE(operand) == COMPONENT_REF &&
	       TYPE_MAIN_VARIANT(DECL_CONTEXT(TREE_OPERAND(operand, 1))) ==
		       named;
}

/* Was there a sizeof since we last looked? Keep it. */
static void look(void)
{
	tree operand = c_last_sizeof_arg;
	struct kabi_naming naming;

	if (operand == last_operand && c_last_sizeof_loc == last_location)
		return;
	last_operand = operand;
	last_location = c_last_sizeof_loc;
	if (!operand || operand == error_mark_node)
		return;
	if (pending_in) {
		struct kabi_naming *named = &(*pending_in)[pending];

		if (measures_other(operand, named->what))
			named->kind = KABI_NAMED;
		pending_in = NULL;
	}
	naming.location = last_location;
	naming.kind = KABI_MEASURED;
	naming.what = operand;
	if (!TYPE_P(operand)) {
		while (TREE_CODE(operand) == ARRAY_REF)
			operand = TREE_OPERAND(operand, 0);
		if (TREE_CODE(operand) != COMPONENT_REF)
			naming.what = TREE_TYPE(naming.what);
	}
	if (opened.is_empty() && line_table->depth > 1)
		return;
	if (naming.what && naming.what != error_mark_node)
		current()->safe_push(naming);
}

static void line_change(cpp_reader *reader, const cpp_token *token,
			int parsing_args)
{
	/* Called for every line: every sizeof has a place of its own. */
	if (c_last_sizeof_loc != last_location)
		look();
	if (next_line_change)
		next_line_change(reader, token, parsing_args);
}

static void finish_decl(void *data, void *)
{
	tree decl = (tree)data;

	look();
	if (TREE_CODE(decl) == TYPE_DECL &&
	    RECORD_OR_UNION_TYPE_P(TREE_TYPE(decl)))
		typedefs.safe_push(decl);
}

/*
 * Called for every use of a specifier. input_location is that of the tag, with
 * the macros that it went through.
 */
static void finish_type(void *data, void *)
{
	tree type = (tree)data;
	struct kabi_naming naming = { NULL_TREE, input_location, KABI_NAMED };
	bool is_measured = in_sizeof || in_alignof;
	bool is_outside = opened.is_empty();

	look();
	if (!type || !RECORD_OR_UNION_TYPE_P(type) ||
	    (in_typeof && !is_measured) ||
	    (is_outside && line_table->depth > 1))
		return;
	naming.what = TYPE_MAIN_VARIANT(type);
	if (is_measured)
		naming.kind = KABI_NAMED_SIZE;
	if (in_sizeof) {
		pending_in = current();
		pending = pending_in->length();
	}
	current()->safe_push(naming);
}

static void start_function(void *, void *)
{
	struct kabi_named named = { NULL_TREE, 0, 0, 0, 0 };

	look();
	pending_in = NULL;
	named.first = namings.length();
	named.first_map = LINEMAPS_MACRO_USED(line_table);
	opened.safe_push(named);
}

static void finish_function(void *data, void *)
{
	struct kabi_named named;

	look();
	pending_in = NULL;
	if (opened.is_empty())
		return;
	named = opened.pop();
	named.function = (tree)data;
	named.end = namings.length();
	named.end_map = LINEMAPS_MACRO_USED(line_table);
	if (named.function &&
	    (named.end > named.first || named.end_map > named.first_map))
		functions.safe_push(named);
}

/*
 * The operand of the last sizeof is no root of the collector's: this is the
 * last moment to look at it.
 */
static void mark(void *, void *)
{
	struct kabi_naming *naming;
	struct kabi_named *named;
	unsigned int i;
	tree decl;

	look();
	FOR_EACH_VEC_ELT(typedefs, i, decl)
		gt_ggc_mx_tree_node(decl);
	FOR_EACH_VEC_ELT(namings, i, naming)
		gt_ggc_mx_tree_node(naming->what);
	FOR_EACH_VEC_ELT(outside, i, naming)
		gt_ggc_mx_tree_node(naming->what);
	FOR_EACH_VEC_ELT(functions, i, named)
		gt_ggc_mx_tree_node(named->function);
}

void kabi_named_init(void)
{
	cpp_callbacks *callbacks = cpp_get_callbacks(parse_in);

	next_line_change = callbacks->line_change;
	callbacks->line_change = line_change;
	register_callback("kabi", PLUGIN_FINISH_TYPE, finish_type, NULL);
	register_callback("kabi", PLUGIN_FINISH_DECL, finish_decl, NULL);
	register_callback("kabi", PLUGIN_START_PARSE_FUNCTION, start_function,
			  NULL);
	register_callback("kabi", PLUGIN_FINISH_PARSE_FUNCTION, finish_function,
			  NULL);
	register_callback("kabi", PLUGIN_GGC_MARKING, mark, NULL);
}

/* What was noted outside of functions goes behind the rest. */
static void close(void)
{
	struct kabi_named *named;
	unsigned int i;

	look();
	outside_named.first = namings.length();
	namings.safe_splice(outside);
	outside.truncate(0);
	outside_named.end = namings.length();
	by_function = new hash_map<tree, unsigned int>(509);
	FOR_EACH_VEC_ELT(functions, i, named) {
		if (gimple_has_body_p(named->function))
			by_function->put(named->function, i);
	}
}

const struct kabi_named *kabi_named_in(tree function)
{
	unsigned int *found;

	if (!by_function)
		close();
	found = by_function->get(function);
	return found ? &functions[*found] : NULL;
}

const struct kabi_named *kabi_named_outside(void)
{
	if (!by_function)
		close();
	return &outside_named;
}

const struct kabi_naming *kabi_naming_at(unsigned int i)
{
	return &namings[i];
}

tree kabi_named_typedef(unsigned int i)
{
	return i < typedefs.length() ? typedefs[i] : NULL_TREE;
}

/* Nothing is noted any more, and nothing kept alive. */
void kabi_named_deinit(void)
{
	cpp_callbacks *callbacks = cpp_get_callbacks(parse_in);

	if (callbacks->line_change == line_change)
		callbacks->line_change = next_line_change;
	namings.release();
	outside.release();
	functions.release();
	typedefs.release();
	opened.release();
	pending_in = NULL;
	delete by_function;
	by_function = NULL;
}

static bool is_offsetof(const char *name)
{
	return strstr(name, "offset") || strstr(name, "OFFSET") ||
	       strstr(name, "container_of");
}

/* What they are given decides whether to compile, not what to emit. */
static bool is_assertion(const char *name)
{
	return !strncmp(name, "BUILD_BUG_ON", 12) ||
	       !strcmp(name, "static_assert") ||
	       !strcmp(name, "compiletime_assert");
}

/*
 * Does a location go through a macro whose name is wanted? A macro's tokens go
 * on to where it was called; what it was given, to where that was written.
 */
static bool is_within(location_t location, bool (*wanted)(const char *),
		      unsigned int *steps)
{
	while (linemap_location_from_macro_expansion_p(line_table, location)) {
		const line_map_macro *map = linemap_check_macro(
			linemap_lookup(line_table, location));

		/* More than any source has; it could be exponential. */
		if (!*steps)
			return false;
		--*steps;
		if (wanted(linemap_map_get_macro_name(map)) ||
		    is_within(kabi_gcc_expansion_point(map), wanted, steps))
			return true;
		location = linemap_macro_map_loc_unwind_toward_spelling(
			line_table, map, location);
	}
	return false;
}

bool kabi_named_in_assertion(location_t location)
{
	unsigned int steps = MAX_STEPS;

	return is_within(location, is_assertion, &steps);
}

bool kabi_named_in_offsetof(location_t location)
{
	unsigned int steps = MAX_STEPS;

	return is_within(location, is_offsetof, &steps) || !steps;
}

bool kabi_named_has_macros(void)
{
	return LINEMAPS_MACRO_USED(line_table) > 0;
}

bool kabi_named_is_written_in(location_t location, tree function)
{
	location_t start;

	if (!function)
		return false;
	start = linemap_resolve_location(line_table,
					 DECL_SOURCE_LOCATION(function),
					 LRK_MACRO_EXPANSION_POINT, NULL);
	location = linemap_resolve_location(line_table, location,
					    LRK_SPELLING_LOCATION, NULL);
	return location >= start &&
	       location <= DECL_STRUCT_FUNCTION(function)->function_end_locus;
}

unsigned int kabi_named_count_offsetof(const struct kabi_named *named)
{
	unsigned int count = 0;

	for (unsigned int i = named->first_map; i < named->end_map; i++) {
		const line_map_macro *map =
			LINEMAPS_MACRO_MAP_AT(line_table, i);
		const char *name = linemap_map_get_macro_name(map);

		if (!strcmp(name, "offsetof") &&
		    !kabi_named_in_assertion(kabi_gcc_expansion_point(map)))
			count++;
	}
	return count;
}
