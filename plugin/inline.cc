// SPDX-License-Identifier: GPL-2.0-or-later
// Inline functions of headers: see inline.h.

#include "gcc-compat.h"

#include "attributes.h"
#include "body.h"
#include "inline.h"

struct entry {
	tree decl;
	bool noreturn; /* declared so: GCC also finds it out, later */
	uint64_t hash;
};

static vec<entry> entries;
static tree last; /* function that came; only to compare */
static struct kabi_body *body;

/*
 * Is it in a file that is included, and no system header? A .c file that
 * another one includes is none that consumers could include.
 */
static bool is_of_header(location_t location)
{
	const line_map_ordinary *map;
	const char *file;
	size_t length;

	if (location <= BUILTINS_LOCATION)
		return false;
	location = linemap_resolve_location(line_table, location,
					    LRK_MACRO_EXPANSION_POINT, NULL);
	map = linemap_check_ordinary(linemap_lookup(line_table, location));
	file = ORDINARY_MAP_FILE_NAME(map);
	length = strlen(file);
	return !MAIN_FILE_P(map) && !ORDINARY_MAP_IN_SYSTEM_HEADER_P(map) &&
	       !(length > 2 && !strcmp(file + length - 2, ".c"));
}

/* Do those who include the header get the body, and not only the symbol? */
static bool is_inline(const_tree decl)
{
	if (decl_function_context(decl) || DECL_ARTIFICIAL(decl))
		return false;
	return !TREE_PUBLIC(decl) || DECL_DECLARED_INLINE_P(decl);
}

void kabi_inline_add_current(void)
{
	tree decl = current_function_decl;
	struct entry entry;

	/* The other passes of the same function. */
	if (!decl || decl == last)
		return;
	last = decl;
	if (seen_error() || !is_inline(decl) || !gimple_body(decl) ||
	    !is_of_header(DECL_SOURCE_LOCATION(decl)))
		return;
	if (!body)
		body = new kabi_body;
	entry.decl = decl;
	entry.noreturn = TREE_THIS_VOLATILE(decl);
	entry.hash = kabi_body_hash(body, decl);
	entries.safe_push(entry);
}

void kabi_inline_mark(void)
{
	struct entry *entry;
	unsigned int i;

	FOR_EACH_VEC_ELT(entries, i, entry)
		gt_ggc_mx_tree_node(entry->decl);
}

static void record(struct kabi_walk *walk, const struct entry *entry)
{
	struct kabi_where where =
		kabi_where_get(DECL_SOURCE_LOCATION(entry->decl));
	char text[sizeof("body 0123456789abcdef")];

	walk->at = where;
	kabi_record_begin(walk->recorder, KABI_KIND_INLINE,
			  IDENTIFIER_POINTER(DECL_NAME(entry->decl)));
	kabi_record_at(walk->recorder, where.file, where.line);
	kabi_attributes_record(walk->recorder, entry->decl);
	kabi_record_line(walk->recorder, 1);
	kabi_walk_function_type(walk, TREE_TYPE(entry->decl), entry->noreturn);
	snprintf(text, sizeof(text), "body %016llx",
		 (unsigned long long)entry->hash);
	kabi_record_line(walk->recorder, 1);
	kabi_record_text(walk->recorder, text);
	kabi_record_end(walk->recorder);
}

void kabi_inline_record(struct kabi_walk *walk)
{
	struct entry *entry;
	unsigned int i;

	FOR_EACH_VEC_ELT(entries, i, entry)
		record(walk, entry);
	entries.release();
	delete body;
	body = NULL;
}
