// SPDX-License-Identifier: GPL-2.0-or-later
/* Both texts at once, as they are sorted; see baseline-common.h. */
#include "baseline-common.h"

#include <stdbool.h>
#include <string.h>

#include "alloc.h"
#include "model.h"
#include "record-text.h"
#include "strtab.h"

/* All records of one kind and name. */
struct group {
	const char *start;
	const char *end; /* behind the last newline */
	enum kabi_kind kind;
	const char *name;
	size_t name_length;
	size_t n_records;
};

struct finder {
	struct kabi_common *common;
	const char *starts[2];
	const char *ends[2];
	struct group groups[2];
	struct kabi_arena arena;
	struct kabi_strtab *needed; /* symbols: exported, or called */
	size_t kept; /* records of the first side so far that are not dropped */
	bool unsorted;
};

/* The line behind the record at "at"; NULL: that has no end. */
static const char *next_record(const char *at, const char *end)
{
	at = kabi_record_text_end(at, end);
	return at < end ? at + 1 : NULL;
}

/*
 * "KIND NAME" at the beginning of the line; false: nothing of that form. What
 * is in "ret" is the record before, whose kind it most often has, or zero.
 */
static bool read_head(const char *at, const char *end, struct group *ret)
{
	size_t word = ret->name - ret->start;

	if (!word || (size_t)(end - at) < word ||
	    memcmp(at, ret->start, word) != 0) {
		const char *blank = memchr(at, ' ', end - at);

		if (!blank || !kabi_kind_parse(at, blank - at, &ret->kind))
			return false;
		word = blank + 1 - at;
	}
	ret->start = at;
	ret->name = at + word;
	for (at = ret->name; at < end && *at != ' ' && *at != '\n';)
		at++;
	ret->name_length = at - ret->name;
	return true;
}

/* Does a record of the same kind and name begin there? */
static bool is_of_group(const struct group *group, const char *at,
			const char *end)
{
	size_t length = group->name + group->name_length - group->start;

	return (size_t)(end - at) > length &&
	       !memcmp(at, group->start, length) &&
	       (at[length] == ' ' || at[length] == '\n');
}

static int compare_groups(const struct group *a, const struct group *b)
{
	size_t shorter = a->name_length < b->name_length ? a->name_length
							 : b->name_length;
	int order;

	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	order = memcmp(a->name, b->name, shorter);
	if (order)
		return order;
	return (a->name_length > b->name_length) -
	       (a->name_length < b->name_length);
}

/* The group that begins there; false at the trailer, or what is no record. */
static bool read_group(const char *at, const char *end, struct group *group)
{
	if (!read_head(at, end, group))
		return false;
	group->end = at;
	group->n_records = 0;
	do {
		group->end = next_record(group->end, end);
		if (!group->end)
			return false;
		group->n_records++;
	} while (is_of_group(group, group->end, end));
	return true;
}

/*
 * Are the same bytes there, and behind them neither a line that goes on nor
 * another record of that name?
 */
static bool is_twin(const struct group *group, const char *at, const char *end)
{
	size_t length = group->end - group->start;

	return (size_t)(end - at) > length &&
	       !memcmp(at, group->start, length) && at[length] != '\t' &&
	       !is_of_group(group, at + length, end);
}

/* The first record of the kind, or of one behind it. The text is sorted. */
static const char *seek_kind(const char *at, const char *end,
			     enum kabi_kind kind)
{
	const char *low = at, *high = end;

	while (low < high) {
		const char *middle = next_record(low + (high - low) / 2, end);
		struct group group = { 0 };

		if (!middle || middle >= high)
			break;
		if (read_head(middle, end, &group) && group.kind < kind)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static void find_needed(struct finder *finder, int side)
{
	const char *end = finder->ends[side];
	const char *at = seek_kind(finder->starts[side], end, KABI_KIND_CALL);
	struct group group = { 0 };

	for (; at && at < end; at = next_record(at, end)) {
		if (read_head(at, end, &group) &&
		    (group.kind == KABI_KIND_CALL ||
		     group.kind == KABI_KIND_EXPORT))
			kabi_strtab_intern(finder->needed, group.name,
					   group.name_length);
	}
}

static bool is_droppable(const struct finder *finder, const struct group *group)
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

/* Adds the group of the side to its ranges, the last of which may go on. */
static void add_range(struct finder *finder, int side, size_t copied)
{
	struct kabi_common *common = finder->common;
	const struct group *group = &finder->groups[side];
	size_t start = group->start - finder->starts[side];
	size_t end = group->end - finder->starts[side];
	struct kabi_common_range *last;

	if (common->n_ranges[side]) {
		last = &common->ranges[side][common->n_ranges[side] - 1];
		if (last->end == start &&
		    (copied == KABI_COMMON_DROPPED
			     ? last->copied == copied
			     : last->copied + last->n_records == copied)) {
			last->end = end;
			last->n_records += group->n_records;
			return;
		}
	}
	kabi_array_reserve(&common->ranges[side], common->n_ranges[side],
			   &common->room_ranges[side], sizeof(*last));
	last = &common->ranges[side][common->n_ranges[side]++];
	*last = (struct kabi_common_range){ start, end, group->n_records,
					    copied };
}

/* Names of files can be in another order in the text than in the model. */
static bool is_of_files(enum kabi_kind kind)
{
	return kind == KABI_KIND_UNIT || kind == KABI_KIND_SECTION ||
	       kind == KABI_KIND_CONDITIONS;
}

static bool are_equal(const struct group *a, const struct group *b)
{
	size_t length = a->end - a->start;

	return (size_t)(b->end - b->start) == length &&
	       !memcmp(a->start, b->start, length);
}

/* Both sides have the name. */
static void add_common(struct finder *finder)
{
	const struct group *group = &finder->groups[0];

	if (!are_equal(group, &finder->groups[1])) {
		finder->kept += group->n_records;
	} else if (is_droppable(finder, group)) {
		add_range(finder, 0, KABI_COMMON_DROPPED);
		add_range(finder, 1, KABI_COMMON_DROPPED);
	} else {
		if (!is_of_files(group->kind))
			add_range(finder, 1, finder->kept);
		finder->kept += group->n_records;
	}
}

static bool is_sorted(const struct group *last, const struct group *group)
{
	if (!last->start || last->kind < group->kind)
		return true;
	if (last->kind == group->kind && is_of_files(group->kind))
		return true;
	return compare_groups(last, group) < 0;
}

/* The group of the side that "at" is at the beginning of; false: no more. */
static bool advance(struct finder *finder, int side, const char *at)
{
	struct group *group = &finder->groups[side];
	const struct group *other = &finder->groups[!side];
	const char *end = finder->ends[side];
	struct group last = *group;

	if (!at)
		return false;
	if (side && is_twin(other, at, end)) {
		*group = *other;
		group->start = at;
		group->end = at + (other->end - other->start);
		group->name = at + (other->name - other->start);
	} else if (!read_group(at, end, group)) {
		return false;
	}
	if (is_sorted(&last, group))
		return true;
	finder->unsorted = true;
	return false;
}

static void walk(struct finder *finder)
{
	struct group *groups = finder->groups;
	const char *at[2];
	int order = 0;

	/* Behind the header. */
	for (int side = 0; side < 2; side++)
		at[side] =
			next_record(finder->starts[side], finder->ends[side]);
	for (;;) {
		if (order <= 0 && !advance(finder, 0, at[0]))
			return;
		if (order >= 0 && !advance(finder, 1, at[1]))
			return;
		order = compare_groups(&groups[0], &groups[1]);
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
