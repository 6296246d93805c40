// SPDX-License-Identifier: GPL-2.0-or-later
/* Records that add up; see unite.h. */
#include "unite.h"

#include <string.h>

bool kabi_unite_kind(enum kabi_kind kind)
{
	return kind == KABI_KIND_SECTION || kind == KABI_KIND_EXPOSURE ||
	       kind == KABI_KIND_CONDITIONS;
}

/* Has "a" all that "b" has? Both are sorted. */
static bool has_all(size_t size, const char *a, size_t n_a, const char *b,
		    size_t n_b, int (*compare)(const void *a, const void *b))
{
	for (; n_b; b += size, n_b--) {
		for (; n_a && compare(a, b) < 0; n_a--)
			a += size;
		if (!n_a || compare(a, b))
			return false;
	}
	return true;
}

/*
 * Two sorted arrays into one, where equal elements stand once: "a" when that is
 * enough, else a new one of the arena.
 */
static void *
merge(struct kabi_arena *arena, size_t size, void *a, size_t n_a, const void *b,
      size_t n_b, int (*compare)(const void *a, const void *b),
      void (*unite)(struct kabi_arena *arena, void *into, const void *from),
      size_t *count)
{
	size_t n = 0;
	char *ret;

	*count = n_a;
	if (!unite && has_all(size, a, n_a, b, n_b, compare))
		return a;
	ret = kabi_arena_alloc(arena, (n_a + n_b) * size);

	while (n_a || n_b) {
		int order = !n_a ? 1 : !n_b ? -1 : compare(a, b);

		memcpy(ret + n * size, order <= 0 ? a : b, size);
		if (!order && unite)
			unite(arena, ret + n * size, b);
		n++;
		if (order <= 0) {
			a = (char *)a + size;
			n_a--;
		}
		if (order >= 0) {
			b = (const char *)b + size;
			n_b--;
		}
	}
	*count = n;
	return ret;
}

static int compare_exposed(const void *left, const void *right)
{
	const struct kabi_exposed *a = left, *b = right;

	if (a->how != b->how || !a->member || !b->member)
		return (int)a->how - (int)b->how;
	return strcmp(a->member, b->member);
}

static int compare_options(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

int kabi_unite_compare_ranges(const void *left, const void *right)
{
	const struct kabi_range *a = left, *b = right;

	if (a->first != b->first)
		return a->first < b->first ? -1 : 1;
	return (a->last > b->last) - (a->last < b->last);
}

void kabi_unite_ranges(struct kabi_arena *arena, void *left, const void *right)
{
	const struct kabi_range *from = right;
	struct kabi_range *into = left;

	into->options = merge(arena, sizeof(*into->options), into->options,
			      into->n_options, from->options, from->n_options,
			      compare_options, NULL, &into->n_options);
}

/* Problems are few, and each is told once. */
static void unite_problems(struct kabi_arena *arena, struct kabi_record *into,
			   const struct kabi_record *from)
{
	if (from->n_problems)
		into->problems = merge(arena, sizeof(*into->problems),
				       into->problems, into->n_problems,
				       from->problems, from->n_problems,
				       compare_options, NULL,
				       &into->n_problems);
}

void kabi_unite_record(struct kabi_model *model, struct kabi_record *into,
		       const struct kabi_record *from)
{
	struct kabi_arena *arena = &model->arena;

	into->contents |= from->contents;
	if (from->n_exposed)
		into->exposed = merge(arena, sizeof(*into->exposed),
				      into->exposed, into->n_exposed,
				      from->exposed, from->n_exposed,
				      compare_exposed, NULL, &into->n_exposed);
	if (from->n_ranges)
		into->ranges = merge(arena, sizeof(*into->ranges), into->ranges,
				     into->n_ranges, from->ranges,
				     from->n_ranges, kabi_unite_compare_ranges,
				     kabi_unite_ranges, &into->n_ranges);
	unite_problems(arena, into, from);
}
