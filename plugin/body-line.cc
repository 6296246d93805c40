// SPDX-License-Identifier: GPL-2.0-or-later
// Which constants of a function come from __LINE__ and __FILE__: see body.h.

#include "gcc-compat.h"

#include "body.h"
#include "macro.h"

/* A use of __LINE__, in a macro or as an argument of one. */
struct use {
	unsigned int line; /* what it stands for */
	location_t map;	   /* where the map of its expansion starts */
	location_t at;
};

/* All of the TU, once someone asks; sorted by line. NULL before. */
static vec<use> *uses;

/*
 * How many tokens of macros may be looked at in this TU, so that no source can
 * make the compiler slow: a kernel's TU needs some ten thousand. From then on
 * what is on the right line is taken for a use.
 */
static unsigned int tokens_left = 1 << 21;

static int compare_uses(const void *a, const void *b)
{
	const struct use *left = (const struct use *)a;
	const struct use *right = (const struct use *)b;

	if (left->line != right->line)
		return left->line < right->line ? -1 : 1;
	return (left->map > right->map) - (left->map < right->map);
}

/* cpp notes every expansion of a macro within another one. */
static void find_uses(void)
{
	tree name = maybe_get_identifier("__LINE__");

	uses = new vec<use>();
	for (unsigned int i = 0; name && i < LINEMAPS_MACRO_USED(line_table);
	     i++) {
		const line_map_macro *map =
			LINEMAPS_MACRO_MAP_AT(line_table, i);
		struct use use = { 0, MAP_START_LOCATION(map),
				   kabi_gcc_expansion_point(map) };

		if (MACRO_MAP_MACRO(map) != C_CPP_HASHNODE(name))
			continue;
		use.line = expand_location(use.at).line;
		uses->safe_push(use);
	}
	uses->qsort(compare_uses);
}

/* The map of the macro that made the token, or NULL: it is in a file. */
static const line_map_macro *map_of(location_t location)
{
	if (!linemap_location_from_macro_expansion_p(line_table, location))
		return NULL;
	return linemap_check_macro(linemap_lookup(line_table, location));
}

/*
 * Is a token in front of another one, or the same, after all expansions? Tokens
 * of one macro, and those of files, are numbered in their order.
 */
static bool is_before(location_t left, location_t right)
{
	for (location_t a = get_pure_location(line_table, left);;) {
		const line_map_macro *map = map_of(a);

		for (location_t b = get_pure_location(line_table, right);;) {
			const line_map_macro *other = map_of(b);

			if (map == other)
				return a <= b;
			if (!other)
				break;
			b = kabi_gcc_expansion_point(other);
		}
		if (!map)
			return false;
		a = kabi_gcc_expansion_point(map);
	}
}

static bool is_within(location_t location, tree decl)
{
	return is_before(DECL_SOURCE_LOCATION(decl), location) &&
	       is_before(location,
			 DECL_STRUCT_FUNCTION(decl)->function_end_locus);
}

/* Did the token become a part of the macro as one that this use made? */
static bool is_made_by(location_t token, const struct use *use)
{
	const line_map_macro *map;

	for (; (map = map_of(token)) && MAP_START_LOCATION(map) != use->map;)
		token = linemap_macro_map_loc_unwind_toward_spelling(
			line_table, map, token);
	return map != NULL;
}

/*
 * Is it in an argument of one of the macros that made this token of the
 * function? Arguments are expanded before, at their place in the file; what
 * came of them is a part of the macro, in the order that the macro gave it.
 */
static bool is_in_argument(const struct use *use, location_t token, tree decl)
{
	const line_map_macro *map;

	for (; (map = map_of(token)); token = kabi_gcc_expansion_point(map)) {
		location_t start = MAP_START_LOCATION(map);

		for (unsigned int i = 0; i < MACRO_MAP_NUM_MACRO_TOKENS(map);
		     i++) {
			if (!tokens_left)
				return true;
			tokens_left--;
			if (is_made_by(start + i, use) &&
			    is_within(start + i, decl))
				return true;
		}
	}
	return false;
}

static bool is_use_in(const struct use *use, tree decl)
{
	return is_within(use->at, decl) ||
	       is_in_argument(use, DECL_SOURCE_LOCATION(decl), decl) ||
	       is_in_argument(use,
			      DECL_STRUCT_FUNCTION(decl)->function_end_locus,
			      decl);
}

void kabi_body_lines_init(struct kabi_body *body)
{
	struct function *function = DECL_STRUCT_FUNCTION(body->decl);

	body->file = LOCATION_FILE(DECL_SOURCE_LOCATION(body->decl));
	body->first = LOCATION_LINE(DECL_SOURCE_LOCATION(body->decl));
	body->last = LOCATION_LINE(function->function_end_locus);
	/* As far as the arguments of the macro go. */
	if (map_of(function->function_end_locus))
		body->last = UINT_MAX;
	body->location = UNKNOWN_LOCATION;
	body->names_file = false;
	body->perhaps_line = false;
	body->asked = 0;
}

static bool is_use(const struct kabi_body *body, unsigned int line)
{
	unsigned int low = 0;
	unsigned int high;

	if (!uses)
		find_uses();
	high = uses->length();
	while (low < high) {
		unsigned int middle = (low + high) / 2;

		if ((*uses)[middle].line < line)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < uses->length() && (*uses)[low].line == line; low++) {
		if (is_use_in(&(*uses)[low], body->decl))
			return true;
	}
	return false;
}

/* Does cpp note where it expands macros? */
static bool are_uses_known(void)
{
	return kabi_macros_available() &&
	       cpp_get_options(parse_in)->track_macro_expansion;
}

/*
 * Besides what cpp noted, a number that stands beside __FILE__. Where cpp noted
 * nothing, the line of the statement is a guess; not for a function on one
 * line, which a macro has made, and whose other numbers are as near.
 */
bool kabi_body_is_line(struct kabi_body *body, unsigned HOST_WIDE_INT number)
{
	bool of_statement;

	if (number < body->first || number > body->last || !number)
		return false;
	of_statement = number ==
		       (unsigned HOST_WIDE_INT)LOCATION_LINE(body->location);
	if (body->names_file && of_statement)
		return true;
	if (are_uses_known()) {
		if (number != body->asked) {
			body->asked = number;
			body->is_asked_use = is_use(body, number);
		}
		return body->is_asked_use;
	}
	body->perhaps_line = true;
	return of_statement && body->first != body->last;
}

size_t kabi_body_file_length(struct kabi_body *body, const char *text,
			     size_t length)
{
	const char *file = body->file;
	const char *base = file ? lbasename(file) : "";
	size_t base_length = strlen(base);
	size_t end;

	/* Most strings are none; the name as cpp has it costs more. */
	if (length < base_length || !base_length ||
	    !memmem(text, length, base, base_length))
		return 0;
	file = remap_macro_filename(file);
	end = strlen(file);
	if (length < end || memcmp(text, file, end))
		return 0;
	body->names_file = true;
	/* FILE:LINE */
	if (end + 1 < length && text[end] == ':' && ISDIGIT(text[end + 1])) {
		end++;
		while (end < length && ISDIGIT(text[end]))
			end++;
	}
	return end;
}
