// SPDX-License-Identifier: GPL-2.0-or-later
// Which constants of a function come from __LINE__ and __FILE__: see body.h.

#include "gcc-compat.h"

#include "body.h"

/* A use of __LINE__, in a macro or as an argument of one. */
struct use {
	const char *file;
	unsigned int line; /* what it stands for */
};

/* All of the TU, once someone asks; sorted. NULL before. */
static vec<use> *uses;

static int compare_uses(const void *a, const void *b)
{
	const struct use *left = (const struct use *)a;
	const struct use *right = (const struct use *)b;

	if (left->line != right->line)
		return left->line < right->line ? -1 : 1;
	return strcmp(left->file, right->file);
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
		expanded_location at;

		if (MACRO_MAP_MACRO(map) != C_CPP_HASHNODE(name))
			continue;
		at = expand_location(kabi_gcc_expansion_point(map));
		if (at.file) {
			struct use use = { at.file, (unsigned int)at.line };

			uses->safe_push(use);
		}
	}
	uses->qsort(compare_uses);
}

void kabi_body_lines_init(struct kabi_body *body)
{
	struct function *function = DECL_STRUCT_FUNCTION(body->decl);

	body->file = LOCATION_FILE(DECL_SOURCE_LOCATION(body->decl));
	body->first = LOCATION_LINE(DECL_SOURCE_LOCATION(body->decl));
	body->last = LOCATION_LINE(function->function_end_locus);
	body->location = UNKNOWN_LOCATION;
	body->names_file = false;
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
		if (!strcmp((*uses)[low].file, body->file))
			return true;
	}
	return false;
}

/*
 * Besides what cpp noted, a number that stands beside __FILE__: what was
 * preprocessed before has no macros any more.
 */
bool kabi_body_is_line(struct kabi_body *body, unsigned HOST_WIDE_INT number)
{
	if (number < body->first || number > body->last || !number)
		return false;
	if (body->names_file &&
	    number == (unsigned HOST_WIDE_INT)LOCATION_LINE(body->location))
		return true;
	return is_use(body, number);
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
