// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What was added, what is gone, what moved, and why.
 *
 * The members that both sides have in the same order (diff-order.c) are the
 * landmarks; everything else stands in a gap between two of them. A landmark
 * that moved as far as the one before it moved with it, for the same cause. One
 * that moved farther, or less far, was moved by what happened in the gap before
 * it, or to the landmark before the gap: that change is the root, the move
 * follows from it. The end of the struct is the last landmark: its size.
 */
#include <limits.h>

#include "diff-member.h"
#include "repr.h"

/* Of landmarks before a place, so many may reach into it. */
#define MAX_OVERLAP 1024

struct layout {
	struct kabi_diff_frame *frame;
	struct kabi_diff_kept *kept;
	size_t n_kept;
	int64_t size_delta; /* in bits */
	/* By gap: the root of what moves those behind it, or NULL. */
	struct kabi_diff_entry **sources;
	/* By gap: what happened within a union there, and may have. */
	struct kabi_diff_entry **in_unions;
	/* A moved member that nothing explains explains the rest. */
	struct kabi_diff_entry *unexplained;
	struct kabi_diff_entry *alignment;
	/* What is not padding in OLD, sorted. */
	struct kabi_diff_range *taken;
	size_t n_taken;
};

static uint64_t end_of(const struct kabi_diff_member *member)
{
	return member->start + member->width;
}

static uint64_t size_of(const struct layout *layout, enum kabi_diff_side side)
{
	return layout->frame->sides[side].body->size;
}

/* Clipped, so that differences fit. */
static int64_t bits_of(const struct layout *layout, enum kabi_diff_side side)
{
	uint64_t size = size_of(layout, side), most = INT64_MAX / 16;

	return (size < most ? size : most) * 8;
}

static uint64_t align_of(const struct layout *layout, enum kabi_diff_side side)
{
	return layout->frame->sides[side].body->align;
}

static bool is_union(const struct layout *layout)
{
	return layout->frame->sides[KABI_OLD].body->kind == KABI_KIND_UNION;
}

/* How far the landmark before the gap moved, and the one behind it. */
static int64_t delta_before(const struct layout *layout, size_t gap)
{
	return gap ? layout->kept[gap - 1].delta : 0;
}

static int64_t delta_behind(const struct layout *layout, size_t gap)
{
	return gap < layout->n_kept ? layout->kept[gap].delta
				    : layout->size_delta;
}

static int compare_ranges(const void *a, const void *b)
{
	const struct kabi_diff_range *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->end < y->end ? -1 : x->end > y->end;
}

/* Sorts them, and joins those that overlap; returns how many are left. */
static size_t join_ranges(struct kabi_diff_range *ranges, size_t n)
{
	size_t last = 0;

	if (!n)
		return 0;
	qsort(ranges, n, sizeof(*ranges), compare_ranges);
	for (size_t i = 1; i < n; i++) {
		if (ranges[i].start > ranges[last].end)
			ranges[++last] = ranges[i];
		else if (ranges[i].end > ranges[last].end)
			ranges[last].end = ranges[i].end;
	}
	return last + 1;
}

/* Is all of it in one of the joined ranges? */
static bool is_within(const struct kabi_diff_range *ranges, size_t n,
		      uint64_t start, uint64_t end)
{
	size_t low = 0;

	/* The last one that does not begin behind it. */
	while (n) {
		size_t half = n / 2;

		if (ranges[low + half].start > start) {
			n = half;
		} else {
			low += half + 1;
			n -= half + 1;
		}
	}
	return low && end <= ranges[low - 1].end;
}

/* A union's own padding is as good as taken: its members share the place. */
static void find_taken(struct layout *layout)
{
	struct kabi_diff_members *olds = &layout->frame->sides[KABI_OLD];
	struct kabi_diff_members *news = &layout->frame->sides[KABI_NEW];
	size_t n = 0;

	layout->taken = kabi_xcalloc(olds->n + olds->n_unions + 1,
				     sizeof(*layout->taken));
	for (size_t i = 0; i < olds->n; i++)
		layout->taken[n++] =
			(struct kabi_diff_range){ olds->items[i].start,
						  end_of(&olds->items[i]) };
	for (size_t i = 0; i < olds->n_unions; i++)
		layout->taken[n++] = olds->unions[i];
	layout->n_taken = join_ranges(layout->taken, n);
	olds->n_unions = join_ranges(olds->unions, olds->n_unions);
	news->n_unions = join_ranges(news->unions, news->n_unions);
}

/* A union's members lie above each other: its size has no gap of its own. */
static bool is_in_union(const struct kabi_diff_members *members,
			const struct kabi_diff_member *member)
{
	return is_within(members->unions, members->n_unions, member->start,
			 end_of(member));
}

/* The gap's source is the one that fits the direction of the move. */
static void add_source(struct layout *layout, enum kabi_diff_side side,
		       const struct kabi_diff_member *member,
		       struct kabi_diff_entry *entry)
{
	size_t gap = member->gap;
	int64_t before = delta_before(layout, gap);
	int64_t behind = delta_behind(layout, gap);
	bool grows = side == KABI_NEW;

	if (before != behind &&
	    (!layout->sources[gap] || grows == (behind > before)))
		layout->sources[gap] = entry;
	else if (is_in_union(&layout->frame->sides[side], member))
		layout->in_unions[gap] = entry;
}

static void report_removed(struct layout *layout,
			   struct kabi_diff_member *member)
{
	struct kabi_diff_frame *frame = layout->frame;

	member->root = kabi_diff_member_change(frame, NULL,
					       KABI_VERDICT_MEMBER_REMOVED,
					       KABI_LEVEL_BREAK, member, NULL);
	member->root->change.old_text = kabi_diff_text(
		frame->differ, "%s at %s", member->root->change.old_text,
		kabi_diff_place_text(frame->differ, member));
	add_source(layout, KABI_OLD, member, member->root);
}

/*
 * Has nothing that lay there in OLD been moved away? Landmarks are in the order
 * of their places; only in unions does one reach beyond the next.
 */
static bool is_undisturbed(const struct layout *layout, uint64_t start,
			   uint64_t end, int64_t delta)
{
	size_t low = 0, n = layout->n_kept;

	while (n) {
		size_t half = n / 2;

		if (layout->kept[low + half].old_member->start >= end) {
			n = half;
		} else {
			low += half + 1;
			n -= half + 1;
		}
	}
	for (n = 0; low && n < MAX_OVERLAP; low--, n++) {
		const struct kabi_diff_kept *kept = &layout->kept[low - 1];

		if (end_of(kept->old_member) > start && kept->delta != delta)
			return false;
	}
	return true;
}

static void report_added(struct layout *layout, struct kabi_diff_member *member)
{
	enum kabi_verdict verdict = KABI_VERDICT_MEMBER_ADDED;
	enum kabi_level level = KABI_LEVEL_BREAK;
	struct kabi_diff_frame *frame = layout->frame;
	int64_t before = delta_before(layout, member->gap);
	int64_t start = member->start - before;
	int64_t end = end_of(member) - before;
	int64_t old_end = bits_of(layout, KABI_OLD);
	bool is_still = before == delta_behind(layout, member->gap) ||
			member->gap == layout->n_kept;

	/* Within what OLD had, and nothing moved for it. */
	if (is_still && start >= 0 && end <= old_end &&
	    is_undisturbed(layout, start, end, before)) {
		if (is_within(layout->taken, layout->n_taken, start, end)) {
			level = KABI_LEVEL_NOTE;
		} else {
			verdict = KABI_VERDICT_PADDING_USED;
			level = KABI_LEVEL_RISK;
		}
	}
	member->root = kabi_diff_member_change(frame, NULL, verdict, level,
					       NULL, member);
	member->root->change.new_text = kabi_diff_text(
		frame->differ, "%s at %s", member->root->change.new_text,
		kabi_diff_place_text(frame->differ, member));
	if (level == KABI_LEVEL_BREAK)
		add_source(layout, KABI_NEW, member, member->root);
}

static struct kabi_diff_entry *report_moved(struct layout *layout,
					    struct kabi_diff_entry *root,
					    struct kabi_diff_member *member)
{
	struct kabi_diff_frame *frame = layout->frame;
	struct kabi_diff_entry *entry = kabi_diff_member_change(
		frame, root, KABI_VERDICT_MEMBER_MOVED, KABI_LEVEL_BREAK,
		member, member->match);

	entry->change.old_text = kabi_diff_place_text(frame->differ, member);
	entry->change.new_text =
		kabi_diff_place_text(frame->differ, member->match);
	return entry;
}

/* A member that changed its place among the others leaves and enters a gap. */
static void report_reordered(struct layout *layout,
			     struct kabi_diff_member *member)
{
	struct kabi_diff_entry *entry;

	if (member->start == member->match->start)
		return;
	entry = report_moved(layout, NULL, member);
	add_source(layout, KABI_OLD, member, entry);
	add_source(layout, KABI_NEW, member->match, entry);
}

static void report_gaps(struct layout *layout)
{
	const struct kabi_diff_members *olds = &layout->frame->sides[KABI_OLD];
	const struct kabi_diff_members *news = &layout->frame->sides[KABI_NEW];

	for (size_t i = 0; i < olds->n; i++) {
		struct kabi_diff_member *member = olds->by_place[i];

		if (kabi_diff_is_alone(member))
			report_removed(layout, member);
		else if (member->match && !member->is_kept &&
			 member->fate == KABI_FATE_PLAIN)
			report_reordered(layout, member);
	}
	for (size_t i = 0; i < news->n; i++) {
		if (kabi_diff_is_alone(news->by_place[i]))
			report_added(layout, news->by_place[i]);
	}
}

/* Does a member stand where its type would not have it? */
static bool is_packed(const struct layout *layout, enum kabi_diff_side side)
{
	const struct kabi_diff_members *members = &layout->frame->sides[side];
	const struct kabi_model *model = layout->frame->differ->models[side];

	for (size_t i = 0; i < members->n; i++) {
		const struct kabi_diff_member *member = &members->items[i];
		uint64_t align;

		if (member->member->bits)
			continue;
		align = kabi_repr_align(model, member->member->type);
		if (align > members->body->align ||
		    (align && member->start / 8 % align))
			return true;
	}
	return false;
}

static void report_alignment(struct layout *layout,
			     struct kabi_diff_entry *root)
{
	struct kabi_diff_frame *frame = layout->frame;
	struct kabi_diff_entry *entry = kabi_diff_add(
		frame->differ, root, frame->subject,
		KABI_VERDICT_TYPE_ALIGNMENT_CHANGED, KABI_LEVEL_BREAK);

	for (int side = 0; side < KABI_SIDES; side++)
		kabi_diff_set(frame->differ, entry, side,
			      frame->sides[side].record, INT_MIN,
			      "alignment %llu",
			      (unsigned long long)align_of(layout, side));
	layout->alignment = root ? root : entry;
}

/* Why the landmark, or the end, did not move with the one before it. */
static struct kabi_diff_entry *find_cause(const struct layout *layout, size_t i,
					  struct kabi_diff_entry *nearest)
{
	const struct kabi_diff_member *before =
		i ? layout->kept[i - 1].old_member : NULL;
	const struct kabi_diff_member *own =
		i < layout->n_kept ? layout->kept[i].old_member : NULL;

	if (layout->sources[i])
		return layout->sources[i];
	if (before && before->shifts)
		return before->root;
	if (own && own->shifts)
		return own->root;
	if (layout->alignment)
		return layout->alignment;
	/* In a union the one that grew need not be the last one. */
	return nearest;
}

/* Returns the nearest source before the end. */
static struct kabi_diff_entry *report_moves(struct layout *layout)
{
	struct kabi_diff_entry *nearest = NULL;

	for (size_t i = 0; i < layout->n_kept; i++) {
		struct kabi_diff_kept *kept = &layout->kept[i];
		struct kabi_diff_entry *entry;

		if (layout->sources[i])
			nearest = layout->sources[i];
		else if (layout->in_unions[i])
			nearest = layout->in_unions[i];
		if (kept->delta) {
			if (kept->delta == delta_before(layout, i))
				kept->cause = layout->kept[i - 1].cause;
			if (!kept->cause)
				kept->cause = find_cause(layout, i, nearest);
			entry = report_moved(layout, kept->cause,
					     kept->old_member);
			if (!kept->cause) {
				kept->cause = entry;
				layout->unexplained = entry;
				nearest = entry;
			}
		}
		if (kept->old_member->shifts)
			nearest = kept->old_member->root;
	}
	if (layout->in_unions[layout->n_kept])
		nearest = layout->in_unions[layout->n_kept];
	return nearest;
}

/* The member that has the alignment of the whole, and did not before. */
static struct kabi_diff_entry *find_alignment_cause(const struct layout *layout)
{
	enum kabi_diff_side side = align_of(layout, KABI_OLD) >
						   align_of(layout, KABI_NEW)
					   ? KABI_OLD
					   : KABI_NEW;
	const struct kabi_diff_members *members = &layout->frame->sides[side];
	const struct kabi_model *model = layout->frame->differ->models[side];

	for (size_t i = 0; i < members->n; i++) {
		const struct kabi_diff_member *member = members->by_place[i];
		struct kabi_diff_entry *root = member->root;

		if (side == KABI_NEW && member->match)
			root = member->match->root;
		if (root && kabi_repr_align(model, member->member->type) ==
				    align_of(layout, side))
			return root;
	}
	return layout->unexplained;
}

/* A union is as large as its largest member. */
static struct kabi_diff_entry *find_largest(const struct layout *layout)
{
	enum kabi_diff_side side = layout->size_delta < 0 ? KABI_OLD : KABI_NEW;
	const struct kabi_diff_members *members = &layout->frame->sides[side];
	struct kabi_diff_entry *cause = NULL;
	uint64_t end = 0;

	for (size_t i = 0; i < members->n; i++) {
		const struct kabi_diff_member *member = members->by_place[i];
		struct kabi_diff_entry *root = member->root;

		if (side == KABI_NEW && member->match)
			root = member->match->root;
		if (root && end_of(member) > end) {
			end = end_of(member);
			cause = root;
		}
	}
	return cause;
}

static void report_size(struct layout *layout, struct kabi_diff_entry *nearest)
{
	struct kabi_diff_frame *frame = layout->frame;
	size_t n = layout->n_kept;
	struct kabi_diff_entry *root = NULL, *entry;

	if (is_union(layout))
		root = find_largest(layout);
	if (!root && delta_before(layout, n) == layout->size_delta)
		root = n ? layout->kept[n - 1].cause : NULL;
	if (!root)
		root = find_cause(layout, n, nearest);
	entry = kabi_diff_add(frame->differ, root, frame->subject,
			      KABI_VERDICT_TYPE_SIZE_CHANGED, KABI_LEVEL_BREAK);
	for (int side = 0; side < KABI_SIDES; side++)
		kabi_diff_set(frame->differ, entry, side,
			      frame->sides[side].record, INT_MIN, "size %llu",
			      (unsigned long long)size_of(layout, side));
	frame->root = root ? root : entry;
}

void kabi_diff_layout(struct kabi_diff_frame *frame)
{
	struct layout layout = { .frame = frame };
	bool realigned = frame->sides[KABI_OLD].body->align !=
			 frame->sides[KABI_NEW].body->align;
	struct kabi_diff_entry *nearest;

	layout.size_delta =
		bits_of(&layout, KABI_NEW) - bits_of(&layout, KABI_OLD);
	layout.n_kept = kabi_diff_keep(frame, &layout.kept);
	layout.sources =
		kabi_xcalloc(layout.n_kept + 1, sizeof(*layout.sources));
	layout.in_unions =
		kabi_xcalloc(layout.n_kept + 1, sizeof(*layout.in_unions));
	find_taken(&layout);

	/* __packed, or no longer: that is the cause of all the rest. */
	if (realigned &&
	    is_packed(&layout, KABI_OLD) != is_packed(&layout, KABI_NEW))
		report_alignment(&layout, NULL);
	report_gaps(&layout);
	nearest = report_moves(&layout);
	if (realigned && !layout.alignment)
		report_alignment(&layout, find_alignment_cause(&layout));
	frame->root = layout.alignment;
	if (layout.size_delta)
		report_size(&layout, nearest);

	free(layout.kept);
	free(layout.sources);
	free(layout.in_unions);
	free(layout.taken);
}
