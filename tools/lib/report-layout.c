// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Layouts old against new. Each side is a list of cells in the order of memory
 * (report-cells.c); members of the same name are partners; the longest run of
 * partners that both sides have in the same order stands still, and what lies
 * between two of them is laid side by side by offset.
 */
#include "report-layout.h"

#include <string.h>

#include "report-cells.h"
#include "show.h"

static const char *const state_names[KABI_LAYOUT_STATES] = {
	[KABI_LAYOUT_SAME] = "same",	   [KABI_LAYOUT_MOVED] = "moved",
	[KABI_LAYOUT_CHANGED] = "changed", [KABI_LAYOUT_ADDED] = "added",
	[KABI_LAYOUT_REMOVED] = "removed",
};

const char *kabi_layout_state_name(enum kabi_layout_state state)
{
	return state_names[state];
}

__int128 kabi_layout_start(const struct kabi_layout_cell *cell)
{
	return (__int128)cell->offset * 8 + cell->bit_offset;
}

__int128 kabi_layout_length(const struct kabi_layout_cell *cell)
{
	if (cell->is_hole)
		return (__int128)cell->size * 8 + cell->bits;
	if (cell->bits)
		return cell->bits;
	return cell->has_size ? (__int128)cell->size * 8 : 0;
}

enum {
	NO_PARTNER = UINT32_MAX
};

struct merge {
	struct kabi_layout *layout;
	const struct kabi_cells *sides[KABI_SIDES];
	/* Of each cell: the one of the same name on the other side. */
	uint32_t *partners[KABI_SIDES];
	bool *still; /* by OLD's cell: it stands in the same order */
};

/* By name, then in the order of memory. */
static int compare_names(const void *a_pointer, const void *b_pointer)
{
	const struct kabi_cell *const *a = a_pointer, *const *b = b_pointer;
	int order = strcmp((*a)->key, (*b)->key);

	if (order)
		return order;
	return *a < *b ? -1 : *a > *b;
}

static const struct kabi_cell **by_name(const struct kabi_cells *side)
{
	const struct kabi_cell **cells =
		kabi_xcalloc(side->n_cells + 1, sizeof(*cells));

	for (size_t i = 0; i < side->n_cells; i++)
		cells[i] = &side->cells[i];
	qsort(cells, side->n_cells, sizeof(*cells), compare_names);
	return cells;
}

/* The first of a name is the partner of the first, and so on. */
static void find_partners(struct merge *merge)
{
	const struct kabi_cells *olds = merge->sides[KABI_OLD];
	const struct kabi_cells *news = merge->sides[KABI_NEW];
	kabi_cleanup(kabi_free_cleanup)
		const struct kabi_cell **old_cells = by_name(olds);
	kabi_cleanup(kabi_free_cleanup)
		const struct kabi_cell **new_cells = by_name(news);
	size_t i = 0, j = 0;

	while (i < olds->n_cells && j < news->n_cells) {
		const struct kabi_cell *a = old_cells[i], *b = new_cells[j];
		int order = strcmp(a->key, b->key);

		if (!order && !a->cell.is_hole) {
			merge->partners[KABI_OLD][a - olds->cells] =
				b - news->cells;
			merge->partners[KABI_NEW][b - news->cells] =
				a - olds->cells;
		}
		i += order <= 0;
		j += order >= 0;
	}
}

/*
 * The longest rising sequence of partners: ends[n] is the cell that the best
 * one of n + 1 ends with, before[i] the one in front of i.
 */
static void find_still(struct merge *merge)
{
	size_t n_cells = merge->sides[KABI_OLD]->n_cells;
	const uint32_t *partners = merge->partners[KABI_OLD];
	kabi_cleanup(kabi_free_cleanup)
		uint32_t *ends = kabi_xcalloc(n_cells + 1, sizeof(*ends));
	kabi_cleanup(kabi_free_cleanup)
		uint32_t *before = kabi_xcalloc(n_cells + 1, sizeof(*before));
	size_t length = 0;

	for (size_t i = 0; i < n_cells; i++) {
		size_t low = 0, high = length;

		if (partners[i] == NO_PARTNER)
			continue;
		while (low < high) {
			size_t middle = (low + high) / 2;

			if (partners[ends[middle]] < partners[i])
				low = middle + 1;
			else
				high = middle;
		}
		before[i] = low ? ends[low - 1] : NO_PARTNER;
		ends[low] = i;
		if (low == length)
			length++;
	}
	for (uint32_t i = length ? ends[length - 1] : NO_PARTNER;
	     i != NO_PARTNER; i = before[i])
		merge->still[i] = true;
}

static enum kabi_layout_state compare_cells(const struct kabi_layout_cell *a,
					    const struct kabi_layout_cell *b)
{
	if (a->is_hole != b->is_hole)
		return a->is_hole ? KABI_LAYOUT_ADDED : KABI_LAYOUT_REMOVED;
	if (a->bits != b->bits || a->size != b->size ||
	    a->has_size != b->has_size || strcmp(a->text, b->text))
		return KABI_LAYOUT_CHANGED;
	return kabi_layout_start(a) == kabi_layout_start(b) ? KABI_LAYOUT_SAME
							    : KABI_LAYOUT_MOVED;
}

static void add_row(struct merge *merge, enum kabi_layout_state state,
		    const struct kabi_cell *old_cell,
		    const struct kabi_cell *new_cell)
{
	struct kabi_layout *layout = merge->layout;
	struct kabi_layout_row *row = &layout->rows[layout->n_rows++];

	row->state = state;
	row->cells[KABI_OLD] = old_cell ? &old_cell->cell : NULL;
	row->cells[KABI_NEW] = new_cell ? &new_cell->cell : NULL;
	layout->n_different += state != KABI_LAYOUT_SAME;
}

static void add_pair(struct merge *merge, const struct kabi_cell *old_cell,
		     const struct kabi_cell *new_cell)
{
	add_row(merge, compare_cells(&old_cell->cell, &new_cell->cell),
		old_cell, new_cell);
}

/* A cell that has nothing beside it. */
static void add_single(struct merge *merge, enum kabi_diff_side side, size_t i)
{
	const struct kabi_cell *cell = &merge->sides[side]->cells[i];
	uint32_t partner = merge->partners[side][i];
	enum kabi_layout_state state = side == KABI_OLD ? KABI_LAYOUT_REMOVED
							: KABI_LAYOUT_ADDED;

	if (partner != NO_PARTNER) {
		const struct kabi_cell *other =
			&merge->sides[!side]->cells[partner];

		state = compare_cells(&cell->cell, &other->cell);
		/* At the same offset, but others have changed the order. */
		if (state == KABI_LAYOUT_SAME)
			state = KABI_LAYOUT_MOVED;
	}
	add_row(merge, state, side == KABI_OLD ? cell : NULL,
		side == KABI_NEW ? cell : NULL);
}

/*
 * May the two stand in one row? Two holes; what is at one place: a member that
 * got another name, a hole that was filled or was left.
 */
static bool is_pair(const struct merge *merge, size_t i, size_t j)
{
	const struct kabi_layout_cell *a =
		&merge->sides[KABI_OLD]->cells[i].cell;
	const struct kabi_layout_cell *b =
		&merge->sides[KABI_NEW]->cells[j].cell;

	if (merge->partners[KABI_OLD][i] != NO_PARTNER ||
	    merge->partners[KABI_NEW][j] != NO_PARTNER || a->depth != b->depth)
		return false;
	return (a->is_hole && b->is_hole) ||
	       kabi_layout_start(a) == kabi_layout_start(b);
}

/* The cells from *i and *j on, up to the next ones that stand still. */
static void add_gap(struct merge *merge, size_t *i, size_t end_i, size_t *j,
		    size_t end_j)
{
	const struct kabi_cell *olds = merge->sides[KABI_OLD]->cells;
	const struct kabi_cell *news = merge->sides[KABI_NEW]->cells;

	while (*i < end_i || *j < end_j) {
		if (*i < end_i && *j < end_j && is_pair(merge, *i, *j))
			add_pair(merge, &olds[(*i)++], &news[(*j)++]);
		else if (*j == end_j ||
			 (*i < end_i &&
			  kabi_layout_start(&olds[*i].cell) <=
				  kabi_layout_start(&news[*j].cell)))
			add_single(merge, KABI_OLD, (*i)++);
		else
			add_single(merge, KABI_NEW, (*j)++);
	}
}

static void add_rows(struct merge *merge)
{
	const struct kabi_cells *olds = merge->sides[KABI_OLD];
	const struct kabi_cells *news = merge->sides[KABI_NEW];
	size_t i = 0, j = 0;

	for (size_t end = 0; end < olds->n_cells; end++) {
		if (!merge->still[end])
			continue;
		add_gap(merge, &i, end, &j, merge->partners[KABI_OLD][end]);
		add_pair(merge, &olds->cells[i++], &news->cells[j++]);
	}
	add_gap(merge, &i, olds->n_cells, &j, news->n_cells);
}

static void merge_sides(struct kabi_layout *layout,
			const struct kabi_cells *olds,
			const struct kabi_cells *news)
{
	size_t sizes[KABI_SIDES] = { olds->n_cells, news->n_cells };
	struct merge merge = { .layout = layout, .sides = { olds, news } };

	for (int side = 0; side < KABI_SIDES; side++) {
		merge.partners[side] =
			kabi_xcalloc(sizes[side] + 1, sizeof(uint32_t));
		for (size_t i = 0; i < sizes[side]; i++)
			merge.partners[side][i] = NO_PARTNER;
	}
	merge.still = kabi_xcalloc(olds->n_cells + 1, sizeof(*merge.still));
	layout->rows = kabi_arena_alloc(&layout->arena,
					(olds->n_cells + news->n_cells + 1) *
						sizeof(*layout->rows));
	find_partners(&merge);
	find_still(&merge);
	add_rows(&merge);
	free(merge.partners[KABI_OLD]);
	free(merge.partners[KABI_NEW]);
	free(merge.still);
}

static bool is_of_layout(enum kabi_verdict verdict)
{
	switch (verdict) {
	case KABI_VERDICT_TYPE_SIZE_CHANGED:
	case KABI_VERDICT_TYPE_ALIGNMENT_CHANGED:
	case KABI_VERDICT_MEMBER_REMOVED:
	case KABI_VERDICT_MEMBER_ADDED:
	case KABI_VERDICT_PADDING_USED:
	case KABI_VERDICT_RESERVE_USED:
	case KABI_VERDICT_MEMBER_REPLACED:
	case KABI_VERDICT_MEMBER_MOVED:
	case KABI_VERDICT_MEMBER_SIZE_CHANGED:
	case KABI_VERDICT_MEMBER_TYPE_CHANGED:
	case KABI_VERDICT_MEMBER_RENAMED:
		return true;
	default:
		return false;
	}
}

/* Of the side that the change says nothing of: what its children were found
 * in, or the one of that name. */
static const struct kabi_record *find_record(const struct kabi_change *change,
					     enum kabi_diff_side side,
					     const struct kabi_model *model)
{
	const struct kabi_record *other = change->records[!side], *found;

	if (change->records[side] || !other)
		return change->records[side];
	for (size_t i = 0; i < change->n_children; i++) {
		const struct kabi_change *child = change->children[i];

		if (!strcmp(child->subject, change->subject) &&
		    child->records[side])
			return child->records[side];
	}
	found = kabi_model_find(model, other->kind, other->name);
	return found && !found->next_variant ? found : NULL;
}

/* The untagged struct or union of the member of that name; or NULL. */
static const struct kabi_body *find_inner(const struct kabi_body *body,
					  const char *name, size_t length)
{
	for (size_t i = 0; i < body->n_members; i++) {
		const struct kabi_member *member = &body->members[i];
		const struct kabi_body *inner =
			kabi_show_untagged(member->type);

		if (inner && !member->name)
			inner = find_inner(inner, name, length);
		else if (member->name && (strncmp(member->name, name, length) ||
					  member->name[length]))
			inner = NULL;
		if (inner)
			return inner;
	}
	return NULL;
}

/* What the subject is: "struct foo", or "struct foo::inner" within it. */
static const struct kabi_body *find_body(const struct kabi_record *record,
					 const char *subject)
{
	const struct kabi_body *body = kabi_show_body(record);
	const char *part = strstr(subject, "::");

	while (body && part) {
		const char *name = part + 2;

		part = strstr(name, "::");
		body = find_inner(body, name,
				  part ? (size_t)(part - name) : strlen(name));
	}
	return body;
}

struct kabi_layout *kabi_layout_create(const struct kabi_change *change,
				       const struct kabi_model *const *models)
{
	const struct kabi_body *bodies[KABI_SIDES];
	struct kabi_cells cells[KABI_SIDES];
	struct kabi_layout *layout;

	if (!is_of_layout(change->verdict))
		return NULL;
	for (int side = 0; side < KABI_SIDES; side++) {
		const struct kabi_record *record =
			models[side] ? find_record(change, side, models[side])
				     : NULL;

		bodies[side] = record ? find_body(record, change->subject)
				      : NULL;
		if (!bodies[side])
			return NULL;
	}
	layout = kabi_xcalloc(1, sizeof(*layout));
	kabi_arena_init(&layout->arena);
	for (int side = 0; side < KABI_SIDES; side++) {
		layout->sizes[side] = bodies[side]->size;
		layout->aligns[side] = bodies[side]->align;
		kabi_cells_init(&cells[side], &layout->arena, models[side],
				bodies[side]);
	}
	merge_sides(layout, &cells[KABI_OLD], &cells[KABI_NEW]);
	return layout;
}

void kabi_layout_destroy(struct kabi_layout *layout)
{
	if (!layout)
		return;
	kabi_arena_deinit(&layout->arena);
	free(layout);
}
