// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Which members stayed where they are among the others? When one is taken from
 * the front to the end, all others move too, but that one alone is the cause.
 * What stays is the longest sequence of members that both sides have in the
 * same order (a longest increasing subsequence of their ranks).
 *
 * Of several longest ones the one with the most unmoved members is taken, then
 * the one whose names have the largest sum of hashes: any rule will do that is
 * the same when the sides are swapped.
 */
#include <string.h>

#include "diff-member.h"

struct weight {
	uint32_t length;
	uint32_t unmoved;
	uint64_t hash;
};

struct item {
	struct kabi_diff_member *old_member;
	struct weight weight; /* of the best sequence that ends here */
	size_t previous;      /* in it; NONE at its beginning */
};

#define NONE SIZE_MAX

/* FNV-1a */
static uint32_t hash_name(const char *name)
{
	uint32_t hash = 2166136261u;

	for (; *name; name++)
		hash = (hash ^ (unsigned char)*name) * 16777619u;
	return hash;
}

static bool is_heavier(const struct weight *a, const struct weight *b)
{
	if (a->length != b->length)
		return a->length > b->length;
	if (a->unmoved != b->unmoved)
		return a->unmoved > b->unmoved;
	return a->hash > b->hash;
}

/*
 * A Fenwick tree over ranks on the new side: the heaviest item at or before a
 * rank. tree[] holds indexes of items; slot 0 is not used.
 */
struct tree {
	struct item *items;
	size_t *best;
	size_t n;
};

static size_t best_before(const struct tree *tree, size_t rank)
{
	size_t best = NONE;

	for (size_t i = rank; i; i &= i - 1) {
		size_t other = tree->best[i];

		if (other != NONE &&
		    (best == NONE || is_heavier(&tree->items[other].weight,
						&tree->items[best].weight)))
			best = other;
	}
	return best;
}

static void add_item(struct tree *tree, size_t item, size_t rank)
{
	for (size_t i = rank + 1; i <= tree->n; i += i & -i) {
		size_t other = tree->best[i];

		if (other == NONE || is_heavier(&tree->items[item].weight,
						&tree->items[other].weight))
			tree->best[i] = item;
	}
}

static bool takes_part(const struct kabi_diff_member *member)
{
	return member->match && member->fate == KABI_FATE_PLAIN;
}

/* Sets is_kept on both sides. */
static void find_longest(struct item *items, size_t n, size_t n_ranks)
{
	struct tree tree = { .items = items, .n = n_ranks };
	size_t best = NONE;

	tree.best = kabi_xcalloc(n_ranks + 1, sizeof(*tree.best));
	for (size_t i = 0; i <= n_ranks; i++)
		tree.best[i] = NONE;
	for (size_t i = 0; i < n; i++) {
		struct item *item = &items[i];
		struct kabi_diff_member *a = item->old_member, *b = a->match;

		item->previous = best_before(&tree, b->rank);
		if (item->previous != NONE)
			item->weight = items[item->previous].weight;
		item->weight.length++;
		item->weight.unmoved += a->start == b->start;
		item->weight.hash += hash_name(a->name);
		add_item(&tree, i, b->rank);
		if (best == NONE ||
		    is_heavier(&item->weight, &items[best].weight))
			best = i;
	}
	for (; best != NONE; best = items[best].previous) {
		items[best].old_member->is_kept = true;
		items[best].old_member->match->is_kept = true;
	}
	free(tree.best);
}

static void set_gaps(struct kabi_diff_members *members)
{
	size_t gap = 0;

	for (size_t i = 0; i < members->n; i++) {
		members->by_place[i]->gap = gap;
		gap += members->by_place[i]->is_kept;
	}
}

size_t kabi_diff_keep(struct kabi_diff_frame *frame,
		      struct kabi_diff_kept **ret)
{
	struct kabi_diff_members *olds = &frame->sides[KABI_OLD];
	struct kabi_diff_members *news = &frame->sides[KABI_NEW];
	struct item *items = kabi_xcalloc(olds->n + 1, sizeof(*items));
	size_t n = 0, n_kept = 0;

	for (size_t i = 0; i < news->n; i++)
		news->by_place[i]->rank = i;
	for (size_t i = 0; i < olds->n; i++) {
		if (takes_part(olds->by_place[i]))
			items[n++].old_member = olds->by_place[i];
	}
	find_longest(items, n, news->n);
	free(items);
	set_gaps(olds);
	set_gaps(news);

	*ret = kabi_xcalloc(n + 1, sizeof(**ret));
	for (size_t i = 0; i < olds->n; i++) {
		struct kabi_diff_member *a = olds->by_place[i];

		if (a->is_kept) {
			int64_t delta = a->match->start - a->start;

			(*ret)[n_kept++] = (struct kabi_diff_kept){ a, a->match,
								    delta,
								    NULL };
		}
	}
	return n_kept;
}
