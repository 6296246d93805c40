// SPDX-License-Identifier: GPL-2.0-or-later
/* Both texts at once, as they are sorted; see baseline-common.h. */
#include "baseline-common.h"

#include <stdbool.h>
#include <string.h>

#include "alloc.h"
#include "baseline-group.h"
#include "model.h"
#include "strtab.h"

struct finder {
	struct kabi_common *common;
	const char *starts[2];
	const char *ends[2];
	struct kabi_group groups[2];
	struct kabi_arena arena;
	struct kabi_strtab *needed; /* symbols: exported, or called */
	size_t kept; /* records of the first side so far that are not dropped */
	bool unsorted;
};

static void find_needed(struct finder *finder, int side)
{
	const char *end = finder->ends[side];
	const char *at =
		kabi_group_seek(finder->starts[side], end, KABI_KIND_CALL);
	struct kabi_group group = { 0 };

	for (; at && at < end; at = kabi_group_next_record(at, end)) {
		if (kabi_group_read_head(at, end, &group) &&
		    (group.kind == KABI_KIND_CALL ||
		     group.kind == KABI_KIND_EXPORT))
			kabi_strtab_intern(finder->needed, group.name,
					   group.name_length);
	}
}

static bool is_droppable(const struct finder *finder,
			 const struct kabi_group *group)
{
	switch (group->kind) {
	case KABI_KIND_INLINE:
	case KABI_KIND_MACRO:
		return true;
	case KABI_KIND_FUNCTION:
	case KABI_KIND_VARIABLE:
		return !kabi_strtab_find(finder->needed, group->name,
					 group->name_length);
	default:
		return false;
	}
}

void kabi_common_add(struct kabi_common *common, int side,
		     const struct kabi_common_range *range)
{
	struct kabi_common_range *last;

	if (common->n_ranges[side]) {
		last = &common->ranges[side][common->n_ranges[side] - 1];
		if (last->end == range->start &&
		    (range->copied == KABI_COMMON_DROPPED
			     ? last->copied == range->copied
			     : last->copied + last->n_records ==
				       range->copied)) {
			last->end = range->end;
			last->n_records += range->n_records;
			return;
		}
	}
	kabi_array_reserve(&common->ranges[side], common->n_ranges[side],
			   &common->room_ranges[side], sizeof(*last));
	common->ranges[side][common->n_ranges[side]++] = *range;
}

/* The group of the side. */
static void add_range(struct finder *finder, int side, size_t copied)
{
	const struct kabi_group *group = &finder->groups[side];
	struct kabi_common_range range = {
		.start = group->start - finder->starts[side],
		.end = group->end - finder->starts[side],
		.n_records = group->n_records,
		.copied = copied,
	};

	kabi_common_add(finder->common, side, &range);
}

/*
 * Are the same bytes there, and behind them neither a line that goes on nor
 * another record of that name?
 */
static bool is_twin(const struct kabi_group *group, const char *at,
		    const char *end)
{
	size_t length = group->end - group->start;

	return (size_t)(end - at) > length &&
	       !memcmp(at, group->start, length) && at[length] != '\t' &&
	       !kabi_group_goes_on(group, at + length, end);
}

static bool are_equal(const struct kabi_group *a, const struct kabi_group *b)
{
	size_t length = a->end - a->start;

	return (size_t)(b->end - b->start) == length &&
	       !memcmp(a->start, b->start, length);
}

/* Both sides have the name. */
static void add_common(struct finder *finder)
{
	const struct kabi_group *group = &finder->groups[0];

	if (!are_equal(group, &finder->groups[1])) {
		finder->kept += group->n_records;
	} else if (is_droppable(finder, group)) {
		add_range(finder, 0, KABI_COMMON_DROPPED);
		add_range(finder, 1, KABI_COMMON_DROPPED);
	} else {
		if (!kabi_group_is_of_files(group->kind))
			add_range(finder, 1, finder->kept);
		finder->kept += group->n_records;
	}
}

/* The group of the side that "at" is at the beginning of; false: no more. */
static bool advance(struct finder *finder, int side, const char *at)
{
	struct kabi_group *group = &finder->groups[side];
	const struct kabi_group *other = &finder->groups[!side];
	const char *end = finder->ends[side];
	struct kabi_group last = *group;

	if (!at)
		return false;
	if (side && is_twin(other, at, end)) {
		*group = *other;
		group->start = at;
		group->end = at + (other->end - other->start);
		group->name = at + (other->name - other->start);
	} else if (!kabi_group_read(at, end, group)) {
		return false;
	}
	if (kabi_group_is_sorted(&last, group))
		return true;
	finder->unsorted = true;
	return false;
}

static void walk(struct finder *finder)
{
	struct kabi_group *groups = finder->groups;
	const char *at[2];
	int order = 0;

	/* Behind the header. */
	for (int side = 0; side < 2; side++)
		at[side] = kabi_group_next_record(finder->starts[side],
						  finder->ends[side]);
	for (;;) {
		if (order <= 0 && !advance(finder, 0, at[0]))
			return;
		if (order >= 0 && !advance(finder, 1, at[1]))
			return;
		order = kabi_group_compare(&groups[0], &groups[1]);
		if (!order)
			add_common(finder);
		else if (order < 0)
			finder->kept += groups[0].n_records;
		for (int side = 0; side < 2; side++)
			at[side] = groups[side].end;
	}
}

void kabi_common_init(struct kabi_common *common, const char *const texts[2],
		      const size_t lengths[2])
{
	struct finder finder = { .common = common };

	*common = (struct kabi_common){ 0 };
	kabi_arena_init(&finder.arena);
	finder.needed = kabi_strtab_create(&finder.arena);
	for (int side = 0; side < 2; side++) {
		finder.starts[side] = texts[side];
		finder.ends[side] = texts[side] + lengths[side];
		find_needed(&finder, side);
	}
	walk(&finder);
	/* Something of a name may be elsewhere, or an export not found. */
	if (finder.unsorted)
		common->n_ranges[0] = common->n_ranges[1] = 0;
	kabi_strtab_destroy(finder.needed);
	kabi_arena_deinit(&finder.arena);
}

void kabi_common_deinit(struct kabi_common *common)
{
	for (int side = 0; side < 2; side++)
		free(common->ranges[side]);
}
