// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The end of a comparison: what each root's level is with its children, which
 * exported symbols it reaches, what is too harmless to be told, the order, and
 * the counts.
 *
 * Both sides' exports are merged into one list of names, and a change's symbols
 * are a bit set over that list: in a kernel thousands of symbols reach each of
 * some hundred changes.
 */
#include <limits.h>
#include <string.h>

#include "diff-consumers.h"
#include "differ.h"
#include "reach-path.h"
#include "strtab.h"

struct symbols {
	const char **names; /* of both sides, sorted */
	size_t n;
	size_t words;
	/* By side: where that side's exports are among the names. */
	uint32_t *index[KABI_SIDES];
	uint64_t *set; /* of the change at hand */
	uint64_t *all; /* of all changes */
	/* Sets that changes have: in a kernel many have the same one. */
	struct kabi_strtab *sets;
};

static void symbols_init(struct symbols *symbols, struct kabi_differ *differ)
{
	const struct kabi_record *const *exports[KABI_SIDES];
	size_t n[KABI_SIDES], i = 0, j = 0;
	struct kabi_arena *arena = &differ->scratch;

	for (int side = 0; side < KABI_SIDES; side++) {
		n[side] = kabi_reach_exports(differ->reaches[side],
					     &exports[side]);
		symbols->index[side] = kabi_arena_alloc(
			arena, (n[side] + 1) * sizeof(uint32_t));
	}
	symbols->n = 0;
	symbols->names = kabi_arena_alloc(&differ->changes->arena,
					  (n[KABI_OLD] + n[KABI_NEW] + 1) *
						  sizeof(*symbols->names));
	while (i < n[KABI_OLD] || j < n[KABI_NEW]) {
		int order;

		if (i == n[KABI_OLD])
			order = 1;
		else if (j == n[KABI_NEW])
			order = -1;
		else
			order = strcmp(exports[KABI_OLD][i]->name,
				       exports[KABI_NEW][j]->name);
		symbols->names[symbols->n] =
			order <= 0 ? exports[KABI_OLD][i]->name
				   : exports[KABI_NEW][j]->name;
		if (order <= 0)
			symbols->index[KABI_OLD][i++] = symbols->n;
		if (order >= 0)
			symbols->index[KABI_NEW][j++] = symbols->n;
		symbols->n++;
	}
	symbols->words = (symbols->n + 63) / 64;
	symbols->set = kabi_arena_alloc(arena, symbols->words * 8);
	symbols->all = kabi_arena_alloc(arena, symbols->words * 8);
	symbols->sets = kabi_strtab_create(arena);
	differ->changes->symbol_names = symbols->names;
	differ->changes->n_symbol_names = symbols->n;
}

/* The set of the change at hand, once for all changes that have it. */
static const uint64_t *keep_set(struct kabi_differ *differ,
				const struct symbols *symbols)
{
	size_t size = symbols->words * 8;
	void **kept = kabi_strtab_value(symbols->sets,
					(const char *)symbols->set, size);

	if (!*kept) {
		*kept = kabi_arena_alloc(&differ->changes->arena, size);
		memcpy(*kept, symbols->set, size);
	}
	return *kept;
}

static void add_side(struct symbols *symbols, const struct kabi_reach *reach,
		     enum kabi_diff_side side, uint32_t node,
		     unsigned int *distance)
{
	const struct kabi_record *const *exports;
	const uint64_t *set = kabi_reach_set(reach, node);
	size_t words = (kabi_reach_exports(reach, &exports) + 63) / 64;

	if (kabi_reach_distance(reach, node) < *distance)
		*distance = kabi_reach_distance(reach, node);
	for (size_t i = 0; set && i < words; i++) {
		for (uint64_t bits = set[i]; bits; bits &= bits - 1) {
			uint32_t name =
				symbols->index[side]
					      [i * 64 + __builtin_ctzll(bits)];

			symbols->set[name / 64] |= UINT64_C(1) << name % 64;
		}
	}
}

static int compare_strings(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names of the bits that are set, in the order of the list. */
static void list_set(struct kabi_differ *differ, const struct symbols *symbols,
		     struct kabi_change *change)
{
	size_t total = 0, n;

	for (size_t i = 0; i < symbols->words; i++) {
		total += __builtin_popcountll(symbols->set[i]);
		symbols->all[i] |= symbols->set[i];
	}
	if (total)
		change->symbol_set = keep_set(differ, symbols);
	n = total < KABI_CHANGE_SYMBOLS ? total : KABI_CHANGE_SYMBOLS;
	change->n_unlisted = total - n;
	change->symbols = kabi_arena_alloc(&differ->changes->arena,
					   (n + 1) * sizeof(char *));
	for (size_t i = 0; change->n_symbols < n; i++) {
		for (uint64_t bits = symbols->set[i];
		     bits && change->n_symbols < n; bits &= bits - 1)
			change->symbols[change->n_symbols++] =
				symbols->names[i * 64 + __builtin_ctzll(bits)];
	}
}

static void mark_symbol(struct symbols *symbols, const char *name)
{
	const char **found = bsearch(&name, symbols->names, symbols->n,
				     sizeof(*symbols->names), compare_strings);

	if (found) {
		size_t i = found - symbols->names;

		symbols->set[i / 64] |= UINT64_C(1) << i % 64;
	}
}

static void find_symbols(struct kabi_differ *differ, struct symbols *symbols,
			 struct kabi_diff_entry *entry)
{
	struct kabi_change *change = &entry->change;

	if (symbols->words)
		memset(symbols->set, 0, symbols->words * 8);
	for (size_t i = 0; i < entry->n_own_symbols; i++)
		mark_symbol(symbols, entry->own_symbols[i]);
	if (entry->n_own_symbols) {
		change->distance = 0;
	} else {
		for (int side = 0; side < KABI_SIDES; side++)
			add_side(symbols, differ->reaches[side], side,
				 entry->nodes[side], &change->distance);
	}
	list_set(differ, symbols, change);
}

/* Of the side that it is nearer to an export on; of OLD when that is equal. */
static void find_path(struct kabi_differ *differ, struct kabi_diff_entry *entry)
{
	struct kabi_change *change = &entry->change;
	unsigned int distances[KABI_SIDES];
	enum kabi_diff_side side;

	if (entry->n_own_symbols)
		return;
	for (side = KABI_OLD; side < KABI_SIDES; side++)
		distances[side] = kabi_reach_distance(differ->reaches[side],
						      entry->nodes[side]);
	side = distances[KABI_NEW] < distances[KABI_OLD] ? KABI_NEW : KABI_OLD;
	change->n_path =
		kabi_reach_path(differ->reaches[side], entry->nodes[side],
				&differ->changes->arena, &change->path);
}

static void settle_level(struct kabi_change *change)
{
	for (size_t i = 0; i < change->n_children; i++) {
		settle_level(change->children[i]);
		if (change->children[i]->level > change->level)
			change->level = change->children[i]->level;
	}
}

static void hide_children(struct kabi_change *change, enum kabi_level level)
{
	size_t n = 0;

	for (size_t i = 0; i < change->n_children; i++) {
		if (change->children[i]->level >= level)
			change->children[n++] = change->children[i];
	}
	change->n_children = n;
}

static int compare_names(const char *a, const char *b)
{
	if (!a || !b)
		return (a != NULL) - (b != NULL);
	return strcmp(a, b);
}

static int compare_roots(const void *a, const void *b)
{
	const struct kabi_diff_entry *x = *(struct kabi_diff_entry *const *)a;
	const struct kabi_diff_entry *y = *(struct kabi_diff_entry *const *)b;
	const struct kabi_change *c = &x->change, *d = &y->change;
	int order;

	if (c->level != d->level)
		return c->level > d->level ? -1 : 1;
	order = compare_names(c->subject, d->subject);
	if (!order)
		order = compare_names(c->member, d->member);
	if (!order)
		order = (c->verdict > d->verdict) - (c->verdict < d->verdict);
	return order ? order : x->sequence < y->sequence ? -1 : 1;
}

/* The root's own subject first; within one subject as they were made. */
static int compare_children(const void *a, const void *b, void *context)
{
	const struct kabi_change *root = context;
	/* Every change is the beginning of its entry. */
	const struct kabi_diff_entry *x = *(struct kabi_diff_entry *const *)a;
	const struct kabi_diff_entry *y = *(struct kabi_diff_entry *const *)b;
	bool x_own = !strcmp(x->change.subject, root->subject);
	bool y_own = !strcmp(y->change.subject, root->subject);
	int order;

	if (x_own != y_own)
		return x_own ? -1 : 1;
	order = strcmp(x->change.subject, y->change.subject);
	return order ? order : x->sequence < y->sequence ? -1 : 1;
}

static void sort_children(struct kabi_change *change)
{
	if (change->n_children)
		qsort_r(change->children, change->n_children,
			sizeof(*change->children), compare_children, change);
}

static bool is_told(const struct kabi_differ *differ,
		    const struct kabi_change *change)
{
	const struct kabi_diff_options *options = differ->options;

	/* Of a prebuilt object no source is compiled any more. */
	if (options->prebuilt && change->level == KABI_LEVEL_SOURCE)
		return false;
	return change->level >= options->level &&
	       (!options->consumers_only || change->n_hits);
}

void kabi_diff_finish(struct kabi_differ *differ)
{
	struct kabi_changes *changes = differ->changes;
	enum kabi_level level = differ->options->level;
	struct symbols symbols;
	size_t n = 0;

	symbols_init(&symbols, differ);
	for (size_t i = 0; i < differ->n_roots; i++) {
		struct kabi_diff_entry *entry = differ->roots[i];

		kabi_diff_find_hits(differ, entry);
		settle_level(&entry->change);
		if (!is_told(differ, &entry->change))
			continue;
		hide_children(&entry->change, level);
		sort_children(&entry->change);
		find_symbols(differ, &symbols, entry);
		find_path(differ, entry);
		kabi_diff_find_causes(differ, &entry->change);
		differ->roots[n++] = entry;
	}
	if (n)
		qsort(differ->roots, n, sizeof(*differ->roots), compare_roots);
	changes->changes =
		kabi_arena_alloc(&changes->arena, (n + 1) * sizeof(void *));
	changes->room_changes = n + 1;
	for (size_t i = 0; i < n; i++) {
		changes->changes[i] = &differ->roots[i]->change;
		changes->by_level[differ->roots[i]->change.level]++;
	}
	changes->n_changes = n;
	kabi_diff_count_hits(differ);
	for (size_t i = 0; i < symbols.words; i++)
		changes->symbols_affected +=
			__builtin_popcountll(symbols.all[i]);
	kabi_strtab_destroy(symbols.sets);
}
