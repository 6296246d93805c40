// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Enums, tagged or not: what happened to the values that were compiled into
 * those who use them.
 */
#include <limits.h>
#include <string.h>

#include "diff-constant.h"

/* One side's enum, its enumerators by name. */
struct enum_side {
	const struct kabi_record *record; /* NULL: there is none */
	struct item {
		const struct kabi_enumerator *enumerator;
		size_t index;
		struct item *match; /* on the other side */
		bool is_sentinel;
		struct kabi_diff_entry *entry; /* what is told about it */
	} * items;
	struct item **by_name;
	size_t n;
};

/* Comparisons of values when a new name is looked for. */
#define MAX_COMPARISONS (1 << 22)

struct frame {
	struct kabi_differ *differ;
	unsigned int comparisons;
	struct kabi_diff_subject subject;
	struct enum_side sides[KABI_SIDES];
	/* The last value that changed, by how much; NULL: the last did not. */
	struct kabi_diff_entry *shift_root;
	__int128 shift;
	/* The first that is told of an enum that one side does not have. */
	struct kabi_diff_entry *whole_root;
};

static int compare_names(const void *a, const void *b)
{
	const struct item *x = *(struct item *const *)a;
	const struct item *y = *(struct item *const *)b;

	return strcmp(x->enumerator->name, y->enumerator->name);
}

/*
 * Those at the end that count the others: named so, and as large as the largest
 * of the others or one more. `FOO_MAX = __FOO_MAX - 1` is one too.
 */
static void find_sentinels(struct enum_side *side)
{
	size_t first = side->n;
	__int128 largest;

	while (first &&
	       kabi_diff_is_count_name(side->items[first - 1].enumerator->name))
		first--;
	if (!first)
		return;
	largest = side->items[0].enumerator->value;
	for (size_t i = 1; i < first; i++) {
		if (side->items[i].enumerator->value > largest)
			largest = side->items[i].enumerator->value;
	}
	for (size_t i = first; i < side->n; i++) {
		__int128 value = side->items[i].enumerator->value;

		side->items[i].is_sentinel = value == largest ||
					     value == largest + 1;
	}
}

static void side_init(struct enum_side *side, const struct kabi_record *record)
{
	size_t n = record ? record->n_enumerators : 0;

	side->record = record;
	side->n = n;
	side->items = kabi_xcalloc(n + 1, sizeof(*side->items));
	side->by_name = kabi_xcalloc(n + 1, sizeof(*side->by_name));
	for (size_t i = 0; i < n; i++) {
		side->items[i].enumerator = &record->enumerators[i];
		side->items[i].index = i;
		side->by_name[i] = &side->items[i];
	}
	if (n)
		qsort(side->by_name, n, sizeof(*side->by_name), compare_names);
	find_sentinels(side);
}

static void side_deinit(struct enum_side *side)
{
	free(side->items);
	free(side->by_name);
}

static void match_names(struct frame *frame)
{
	struct enum_side *olds = &frame->sides[KABI_OLD];
	struct enum_side *news = &frame->sides[KABI_NEW];
	size_t i = 0, j = 0;

	while (i < olds->n && j < news->n) {
		struct item *a = olds->by_name[i], *b = news->by_name[j];
		int order = strcmp(a->enumerator->name, b->enumerator->name);

		if (!order) {
			a->match = b;
			b->match = a;
		}
		i += order <= 0;
		j += order >= 0;
	}
}

/* Of several that follow from each other the first becomes "root" of all. */
static struct kabi_diff_entry *
report_under(struct frame *frame, struct kabi_diff_entry **root,
	     enum kabi_verdict verdict, enum kabi_level level,
	     const struct item *a, const struct item *b)
{
	const struct item *items[KABI_SIDES] = { a, b };
	struct kabi_differ *differ = frame->differ;
	struct kabi_diff_entry *entry =
		kabi_diff_add(differ, *root, &frame->subject, verdict, level);

	entry->change.member = (a ? a : b)->enumerator->name;
	for (int side = 0; side < KABI_SIDES; side++) {
		if (items[side])
			kabi_diff_set(differ, entry, side,
				      frame->sides[side].record,
				      items[side]->enumerator->line, "%s",
				      kabi_diff_value_text(
					      differ,
					      items[side]->enumerator->value));
	}
	if (!*root)
		*root = entry;
	return entry;
}

static struct kabi_diff_entry *
report(struct frame *frame, enum kabi_verdict verdict, enum kabi_level level,
       const struct item *a, const struct item *b)
{
	struct kabi_diff_entry *root = NULL;

	return report_under(frame, &root, verdict, level, a, b);
}

/* Has anything new been put before it? */
static bool added_before(const struct enum_side *news, const struct item *item)
{
	for (size_t i = 0; i < item->index; i++) {
		if (!news->items[i].match)
			return true;
	}
	return false;
}

/*
 * An enumerator that is put in front of others, or taken away, moves all of
 * them by as much: the first one is told, and the others follow from it.
 */
static void compare_value(struct frame *frame, struct item *a)
{
	struct item *b = a->match;
	__int128 old_value = a->enumerator->value;
	__int128 new_value = b->enumerator->value;

	if (old_value == new_value) {
		frame->shift_root = NULL;
		return;
	}
	if (a->is_sentinel && b->is_sentinel && new_value > old_value &&
	    added_before(&frame->sides[KABI_NEW], b)) {
		report(frame, KABI_VERDICT_ENUM_SENTINEL_MOVED, KABI_LEVEL_RISK,
		       a, b);
		kabi_diff_sentinel_add(frame->differ,
				       frame->sides[KABI_NEW].record,
				       a->enumerator, b->enumerator);
		return;
	}
	if (frame->shift_root && frame->shift != new_value - old_value)
		frame->shift_root = NULL;
	report_under(frame, &frame->shift_root,
		     KABI_VERDICT_ENUMERATOR_VALUE_CHANGED, KABI_LEVEL_BREAK, a,
		     b);
	a->entry = frame->shift_root;
	frame->shift = new_value - old_value;
}

/* The name is a constant somewhere else now. True when that says it all. */
static bool moved_elsewhere(struct frame *frame, struct item *a)
{
	struct kabi_diff_constant constant;
	struct kabi_differ *differ = frame->differ;

	if (!kabi_diff_constant_find(differ, KABI_NEW, a->enumerator->name,
				     &constant))
		return false;
	if (constant.value != a->enumerator->value) {
		a->entry = report(frame, KABI_VERDICT_ENUMERATOR_VALUE_CHANGED,
				  KABI_LEVEL_BREAK, a, NULL);
		kabi_diff_set(differ, a->entry, KABI_NEW, constant.record,
			      constant.line, "%s",
			      kabi_diff_value_text(differ, constant.value));
	}
	return true;
}

static struct item *find_new_name(struct frame *frame, const struct item *a)
{
	struct enum_side *news = &frame->sides[KABI_NEW];
	struct kabi_diff_constant constant;

	for (size_t i = 0; i < news->n && frame->comparisons < MAX_COMPARISONS;
	     i++) {
		struct item *b = &news->items[i];

		frame->comparisons++;
		if (!b->match && b->enumerator->value == a->enumerator->value &&
		    !kabi_diff_constant_find(frame->differ, KABI_OLD,
					     b->enumerator->name, &constant))
			return b;
	}
	return NULL;
}

/*
 * The other side has nothing of the enum: one change, of its first enumerator,
 * from which that of the others follows.
 */
static struct kabi_diff_entry *report_all(struct frame *frame,
					  enum kabi_diff_side missing,
					  const struct item *item)
{
	bool gone = missing == KABI_NEW;
	const char *unsure = kabi_diff_absence_text(frame->differ, missing);
	enum kabi_level level = !gone	 ? KABI_LEVEL_NOTE
				: unsure ? KABI_LEVEL_RISK
					 : KABI_LEVEL_BREAK;
	struct kabi_diff_entry *entry;

	entry = report_under(frame, &frame->whole_root,
			     gone ? KABI_VERDICT_ENUMERATOR_REMOVED
				  : KABI_VERDICT_ENUMERATOR_ADDED,
			     level, gone ? item : NULL, gone ? NULL : item);
	if (gone)
		entry->change.new_text = unsure;
	return frame->whole_root;
}

static void report_gone(struct frame *frame, struct item *a)
{
	struct item *b;

	if (moved_elsewhere(frame, a))
		return;
	b = find_new_name(frame, a);
	if (b) {
		struct kabi_diff_entry *entry =
			report(frame, KABI_VERDICT_ENUMERATOR_RENAMED,
			       KABI_LEVEL_SOURCE, a, b);

		entry->change.old_text = a->enumerator->name;
		entry->change.new_text = b->enumerator->name;
		a->match = b;
		b->match = a;
		return;
	}
	if (frame->sides[KABI_NEW].record)
		a->entry = report(frame, KABI_VERDICT_ENUMERATOR_REMOVED,
				  KABI_LEVEL_BREAK, a, NULL);
	else
		a->entry = report_all(frame, KABI_NEW, a);
}

static void report_added(struct frame *frame, struct item *b)
{
	struct kabi_diff_constant constant;

	/* What it was in OLD is compared from there. */
	if (kabi_diff_constant_find(frame->differ, KABI_OLD,
				    b->enumerator->name, &constant))
		return;
	if (!frame->sides[KABI_OLD].record)
		b->entry = report_all(frame, KABI_OLD, b);
	else
		b->entry = report(frame, KABI_VERDICT_ENUMERATOR_ADDED,
				  KABI_LEVEL_NOTE, NULL, b);
}

static bool fits(__int128 value, uint64_t size)
{
	__int128 one = 1;

	if (size >= 8)
		return true;
	return value >= -(one << (8 * size - 1)) && value < one << (8 * size);
}

/* What does not fit into the smaller size is why there is a larger one. */
static struct kabi_diff_entry *size_cause(const struct frame *frame)
{
	uint64_t old_size = frame->sides[KABI_OLD].record->size;
	uint64_t new_size = frame->sides[KABI_NEW].record->size;
	const struct enum_side *larger =
		&frame->sides[old_size > new_size ? KABI_OLD : KABI_NEW];
	uint64_t size = old_size < new_size ? old_size : new_size;

	for (size_t i = 0; i < larger->n; i++) {
		const struct item *item = &larger->items[i];

		if (!size || fits(item->enumerator->value, size))
			continue;
		if (item->entry)
			return item->entry;
		if (item->match && item->match->entry)
			return item->match->entry;
	}
	return NULL;
}

static struct kabi_diff_entry *report_size(struct frame *frame)
{
	struct kabi_diff_entry *root = size_cause(frame);
	struct kabi_diff_entry *entry =
		kabi_diff_add(frame->differ, root, &frame->subject,
			      KABI_VERDICT_ENUM_SIZE_CHANGED, KABI_LEVEL_BREAK);

	for (int side = 0; side < KABI_SIDES; side++)
		kabi_diff_set(
			frame->differ, entry, side, frame->sides[side].record,
			INT_MIN, "size %llu",
			(unsigned long long)frame->sides[side].record->size);
	return root ? root : entry;
}

static bool same_enum(struct kabi_differ *differ, const struct kabi_record *a,
		      const struct kabi_record *b)
{
	(void)differ;
	if (a->n_enumerators != b->n_enumerators || a->size != b->size)
		return false;
	for (size_t i = 0; i < a->n_enumerators; i++) {
		if (a->enumerators[i].value != b->enumerators[i].value ||
		    strcmp(a->enumerators[i].name, b->enumerators[i].name) != 0)
			return false;
	}
	return true;
}

/* Either may be NULL: then all of the other came, or went. */
static void compare_enums(struct kabi_differ *differ, void *context,
			  const struct kabi_record *a,
			  const struct kabi_record *b)
{
	struct kabi_diff_pair *pair = context;
	struct frame frame = { .differ = differ };
	struct enum_side *olds = &frame.sides[KABI_OLD];
	struct enum_side *news = &frame.sides[KABI_NEW];

	if (a && b && same_enum(differ, a, b))
		return;
	if ((!a && differ->absence[KABI_OLD] == KABI_ABSENCE_MEANS_NOTHING) ||
	    (!b && differ->absence[KABI_NEW] == KABI_ABSENCE_MEANS_NOTHING))
		return;
	frame.subject = kabi_diff_type_subject(differ, a, b);
	side_init(olds, a);
	side_init(news, b);
	match_names(&frame);
	for (size_t i = 0; i < olds->n; i++) {
		if (!olds->items[i].match)
			report_gone(&frame, &olds->items[i]);
		else if (!strcmp(olds->items[i].enumerator->name,
				 olds->items[i].match->enumerator->name))
			compare_value(&frame, &olds->items[i]);
	}
	for (size_t i = 0; i < news->n; i++) {
		if (!news->items[i].match)
			report_added(&frame, &news->items[i]);
	}
	if (a && b && a->size != b->size && !pair->root)
		pair->root = report_size(&frame);
	side_deinit(olds);
	side_deinit(news);
}

void kabi_diff_enum(struct kabi_differ *differ, struct kabi_diff_pair *pair)
{
	const struct kabi_record *a = pair->records[KABI_OLD];
	const struct kabi_record *b = pair->records[KABI_NEW];

	/* Each variant of an untagged enum has a pair of its own. */
	if (a && b && a->name[0] != '{' && b->name[0] != '{')
		kabi_diff_variants(differ, a, b, same_enum, compare_enums,
				   pair);
	else
		compare_enums(differ, pair, a, b);
}
