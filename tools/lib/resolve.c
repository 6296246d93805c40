// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Sorts all texts by kind and name and looks at every name that has several.
 * What is equal but for places is seen on the text alone; whether a declaration
 * agrees with a definition takes parsed types (compat.h), which only the few
 * names get where the texts differ: resolve-symbols.c.
 */
#include "resolve.h"

#include <string.h>

#include "alloc.h"
#include "glob.h"
#include "record-text.h"
#include "resolve-symbols.h"
#include "unite.h"

/* A text with what it is sorted by. */
struct entry {
	uint64_t prefix; /* kind and the first bytes of the name */
	const char *text;
	struct kabi_slice name;
	uint32_t number;
	enum kabi_kind kind;
};

/* The texts of one name, while they are looked at. */
struct candidate {
	const struct entry *entry;
	struct kabi_record_text record;
	struct kabi_slice shape;
	bool public;
};

struct resolver {
	const struct kabi_pool *pool;
	const char *const *public_globs;
	size_t n_public_globs;
	struct entry *entries;
	size_t n_entries;
	struct kabi_resolution *result;

	/* Scratch, for one name at a time. */
	struct candidate *candidates;
	size_t room_candidates;
	struct kabi_strbuf shapes;

	struct kabi_symbol_groups *symbols;
};

static uint64_t sort_prefix(enum kabi_kind kind, struct kabi_slice name)
{
	uint64_t prefix = kind;

	for (size_t i = 0; i < 7; i++)
		prefix = prefix << 8 |
			 (i < name.length ? (unsigned char)name.at[i] : 0);
	return prefix;
}

static int compare_slices(struct kabi_slice a, struct kabi_slice b)
{
	size_t length = a.length < b.length ? a.length : b.length;
	int order = memcmp(a.at, b.at, length);

	if (order)
		return order;
	return (a.length > b.length) - (a.length < b.length);
}

static int compare_entries(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	int order;

	if (a->prefix != b->prefix)
		return a->prefix < b->prefix ? -1 : 1;
	order = compare_slices(a->name, b->name);
	return order ? order : strcmp(a->text, b->text);
}

static bool same_name(const struct entry *a, const struct entry *b)
{
	return a->prefix == b->prefix && !compare_slices(a->name, b->name);
}

static struct kabi_error *sort_entries(struct resolver *resolver,
				       uint32_t *culprit)
{
	size_t count = kabi_pool_count(resolver->pool);

	resolver->entries = kabi_xcalloc(count, sizeof(*resolver->entries));
	resolver->n_entries = count;
	for (size_t i = 0; i < count; i++) {
		struct entry *entry = &resolver->entries[i];
		struct kabi_record_text record;
		size_t length;

		entry->number = i;
		entry->text = kabi_pool_text(resolver->pool, i, &length);
		if (!kabi_record_text_split(entry->text, length, &record)) {
			/* The first in the order of bytes, not of reading. */
			if (*culprit == UINT32_MAX ||
			    strcmp(entry->text,
				   kabi_pool_text(resolver->pool, *culprit,
						  NULL)) < 0)
				*culprit = i;
			continue;
		}
		entry->kind = record.kind;
		entry->name = record.name;
		entry->prefix = sort_prefix(record.kind, record.name);
	}
	if (*culprit != UINT32_MAX)
		return kabi_error_create(
			KABI_ERROR_BAD_DATA, "\"%.60s\" is no record",
			kabi_pool_text(resolver->pool, *culprit, NULL));
	qsort(resolver->entries, count, sizeof(*resolver->entries),
	      compare_entries);
	return NULL;
}

static bool is_public(const struct resolver *resolver,
		      const struct kabi_record_text *record)
{
	struct kabi_slice file = kabi_record_text_file(record);
	char name[256];

	if (!file.length || file.length >= sizeof(name))
		return false;
	memcpy(name, file.at, file.length);
	name[file.length] = '\0';
	for (size_t i = 0; i < resolver->n_public_globs; i++)
		if (kabi_glob_match(resolver->public_globs[i], name))
			return true;
	return false;
}

static bool has_key(const struct candidate *candidate, const char *key,
		    const char *value)
{
	struct kabi_slice found = kabi_record_text_key(&candidate->record, key);

	if (!value)
		return found.at != NULL;
	return found.length == strlen(value) &&
	       !memcmp(found.at, value, found.length);
}

/*
 * Which of two texts of one shape is kept. All that counts is in the texts, so
 * that the answer does not depend on what else there is.
 */
static int compare_preference(const struct candidate *a,
			      const struct candidate *b)
{
	int order = has_key(b, "role", "def") - has_key(a, "role", "def");

	if (!order)
		order = has_key(a, "bind", "weak") - has_key(b, "bind", "weak");
	if (!order)
		order = b->public - a->public;
	if (!order)
		order = has_key(b, "config", NULL) - has_key(a, "config", NULL);
	return order ? order : strcmp(a->entry->text, b->entry->text);
}

static int compare_candidates(const void *left, const void *right)
{
	const struct candidate *a = left, *b = right;
	int order = compare_slices(a->shape, b->shape);

	return order ? order : compare_preference(a, b);
}

static void fill_candidates(struct resolver *resolver,
			    const struct entry *entries, size_t count)
{
	/* Offsets first: the buffer moves while it grows. */
	kabi_strbuf_truncate(&resolver->shapes, 0);
	for (size_t i = 0; i < count; i++) {
		kabi_array_reserve(&resolver->candidates, i,
				   &resolver->room_candidates,
				   sizeof(*resolver->candidates));

		struct candidate *candidate = &resolver->candidates[i];
		size_t start = resolver->shapes.length;
		size_t length;
		const char *text = kabi_pool_text(resolver->pool,
						  entries[i].number, &length);

		candidate->entry = &entries[i];
		kabi_record_text_split(text, length, &candidate->record);
		candidate->public = is_public(resolver, &candidate->record);
		kabi_record_text_shape(&resolver->shapes, &candidate->record);
		/* So that the buffer is there even when no shape has a byte. */
		kabi_strbuf_add_char(&resolver->shapes, '\n');
		candidate->shape.length = resolver->shapes.length - start;
	}
	for (size_t i = 0, start = 0; i < count; i++) {
		resolver->candidates[i].shape.at =
			resolver->shapes.string + start;
		start += resolver->candidates[i].shape.length;
	}
}

/*
 * One candidate of each shape goes to the front, the others stand for it;
 * returns how many there are.
 */
static size_t unite_shapes(struct resolver *resolver, size_t count)
{
	struct candidate *candidates = resolver->candidates;
	size_t kept = 0;

	qsort(candidates, count, sizeof(*candidates), compare_candidates);
	for (size_t i = 0; i < count; i++) {
		if (!kept || compare_slices(candidates[kept - 1].shape,
					    candidates[i].shape))
			candidates[kept++] = candidates[i];
		resolver->result->stands_for[candidates[i].entry->number] =
			candidates[kept - 1].entry->number;
	}
	return kept;
}

/* Are two of one name a contradiction? */
static bool is_unique(enum kabi_kind kind)
{
	return kind == KABI_KIND_RULE || kind == KABI_KIND_STRUCT ||
	       kind == KABI_KIND_UNION || kind == KABI_KIND_ENUM ||
	       kind == KABI_KIND_TYPEDEF || kind == KABI_KIND_BASE;
}

/* What is left of one name are its variants. */
static void mark_variants(struct resolver *resolver, size_t count)
{
	struct candidate *candidates = resolver->candidates;
	size_t global = 0;

	for (size_t i = 0; i < count; i++)
		if (is_unique(candidates[i].entry->kind) &&
		    !has_key(&candidates[i], "local", NULL))
			global++;
	for (size_t i = 0; i < count; i++) {
		unsigned char *flags =
			&resolver->result->flags[candidates[i].entry->number];

		*flags |= KABI_RESOLVED_VARIANT;
		if (global > 1 && !has_key(&candidates[i], "local", NULL))
			*flags |= KABI_RESOLVED_CONFLICT;
	}
}

static void resolve_name(struct resolver *resolver, const struct entry *entries,
			 size_t count)
{
	enum kabi_kind kind = entries[0].kind;

	fill_candidates(resolver, entries, count);
	count = unite_shapes(resolver, count);
	if (count == 1 || kabi_unite_kind(kind))
		return;
	if (kind != KABI_KIND_FUNCTION && kind != KABI_KIND_VARIABLE) {
		mark_variants(resolver, count);
		return;
	}
	kabi_symbol_groups_begin(resolver->symbols);
	for (size_t i = 0; i < count; i++)
		kabi_symbol_groups_add(resolver->symbols,
				       resolver->candidates[i].entry->number);
}

static void resolve_names(struct resolver *resolver)
{
	size_t i = 0;

	while (i < resolver->n_entries) {
		const struct entry *first = &resolver->entries[i];
		size_t count = 1;

		while (i + count < resolver->n_entries &&
		       same_name(first, first + count))
			count++;
		if (count > 1)
			resolve_name(resolver, first, count);
		i += count;
	}
}

/* All of them, in their order, until it is known which ones stay. */
static void list_entries(struct resolver *resolver)
{
	struct kabi_resolution *result = resolver->result;

	for (size_t i = 0; i < resolver->n_entries; i++)
		result->kept[i] = resolver->entries[i].number;
	result->n_kept = resolver->n_entries;
}

/* What stands for a text may itself be stood for: one step, for everyone. */
static void finish_result(struct resolver *resolver)
{
	struct kabi_resolution *result = resolver->result;

	result->n_kept = 0;
	for (size_t i = 0; i < resolver->n_entries; i++) {
		uint32_t number = i;

		while (result->stands_for[number] != number)
			number = result->stands_for[number];
		result->stands_for[i] = number;
	}
	for (size_t i = 0; i < resolver->n_entries; i++) {
		const struct entry *entry = &resolver->entries[i];

		if (result->stands_for[entry->number] != entry->number)
			continue;
		if (strstr(entry->text, "\t!"))
			result->flags[entry->number] |= KABI_RESOLVED_PROBLEM;
		result->kept[result->n_kept++] = entry->number;
	}
}

static struct kabi_resolution *resolution_create(size_t count)
{
	struct kabi_resolution *resolution =
		kabi_xcalloc(1, sizeof(*resolution));

	resolution->stands_for =
		kabi_xcalloc(count, sizeof(*resolution->stands_for));
	resolution->flags = kabi_xcalloc(count, sizeof(*resolution->flags));
	resolution->kept = kabi_xcalloc(count, sizeof(*resolution->kept));
	for (size_t i = 0; i < count; i++)
		resolution->stands_for[i] = i;
	return resolution;
}

void kabi_resolution_destroy(struct kabi_resolution *resolution)
{
	if (!resolution)
		return;
	free(resolution->stands_for);
	free(resolution->flags);
	free(resolution->kept);
	free(resolution);
}

struct kabi_error *kabi_resolve(const struct kabi_pool *pool,
				const char *const *public_globs,
				size_t n_public_globs,
				struct kabi_resolution **ret, uint32_t *culprit)
{
	struct resolver resolver = {
		.pool = pool,
		.public_globs = public_globs,
		.n_public_globs = n_public_globs,
		.result = resolution_create(kabi_pool_count(pool)),
		.symbols = kabi_symbol_groups_create(),
	};
	struct kabi_error *error;

	*culprit = UINT32_MAX;
	error = sort_entries(&resolver, culprit);
	if (!error) {
		list_entries(&resolver);
		resolve_names(&resolver);
		error = kabi_symbol_groups_resolve(resolver.symbols, pool,
						   resolver.result, culprit);
	}
	if (!error)
		finish_result(&resolver);
	free(resolver.entries);
	free(resolver.candidates);
	kabi_strbuf_deinit(&resolver.shapes);
	kabi_symbol_groups_destroy(resolver.symbols);
	if (error) {
		kabi_resolution_destroy(resolver.result);
		return error;
	}
	*ret = resolver.result;
	return NULL;
}
