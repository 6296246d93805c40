// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Names that stand for several things in one build: a tag that two .c files use
 * each for itself, a macro that depends on what was included before.
 */
#include <string.h>

#include "alloc.h"
#include "differ.h"

enum {
	/* Of one name; no kernel comes near. What is left counts as different.
	 */
	MAX_COMPARISONS = 1 << 19,
	/* More pairs than this say nothing more about one name. */
	MAX_PAIRS = 64,
};

struct variants {
	const struct kabi_record **records;
	size_t n;
};

static int compare_counts(const void *left, const void *right)
{
	const struct kabi_record *a = *(const struct kabi_record *const *)left;
	const struct kabi_record *b = *(const struct kabi_record *const *)right;

	if (a->units_total != b->units_total)
		return a->units_total > b->units_total ? -1 : 1;
	return (a->index > b->index) - (a->index < b->index);
}

/*
 * The most common first; equally common ones stay in the model's order. The
 * caller frees the list.
 */
static void collect(struct variants *variants, const struct kabi_record *record)
{
	size_t n = 0;

	for (const struct kabi_record *r = record; r; r = r->next_variant)
		n++;
	variants->records = kabi_xcalloc(n, sizeof(*variants->records));
	variants->n = 0;
	for (; record; record = record->next_variant)
		variants->records[variants->n++] = record;
	qsort(variants->records, n, sizeof(*variants->records), compare_counts);
}

static void take(struct variants *variants, size_t i)
{
	variants->n--;
	memmove(&variants->records[i], &variants->records[i + 1],
		(variants->n - i) * sizeof(variants->records[0]));
}

static void drop_equal(struct kabi_differ *differ, struct variants *olds,
		       struct variants *news,
		       bool (*same)(struct kabi_differ *differ,
				    const struct kabi_record *a,
				    const struct kabi_record *b))
{
	unsigned int left = MAX_COMPARISONS;
	size_t i = 0;

	while (i < olds->n && left) {
		size_t j = 0;

		while (j < news->n && left &&
		       !same(differ, olds->records[i], news->records[j])) {
			left--;
			j++;
		}
		if (j == news->n) {
			i++;
		} else if (left) {
			take(olds, i);
			take(news, j);
		}
	}
}

static bool same_file(const struct kabi_record *a, const struct kabi_record *b)
{
	return a->file && b->file && !strcmp(a->file, b->file);
}

/* The counterpart of OLD's most common one that is left. */
static size_t find_partner(const struct kabi_record *record,
			   const struct variants *news)
{
	for (size_t i = 0; i < news->n; i++) {
		if (same_file(record, news->records[i]))
			return i;
	}
	return 0;
}

void kabi_diff_variants(
	struct kabi_differ *differ, const struct kabi_record *old_record,
	const struct kabi_record *new_record,
	bool (*same)(struct kabi_differ *differ, const struct kabi_record *a,
		     const struct kabi_record *b),
	void (*differs)(struct kabi_differ *differ, void *context,
			const struct kabi_record *old_variant,
			const struct kabi_record *new_variant),
	void *context)
{
	struct variants olds, news;

	/* Nearly all names stand for one thing. */
	if (!old_record->next_variant && !new_record->next_variant) {
		differs(differ, context, old_record, new_record);
		return;
	}
	collect(&olds, old_record);
	collect(&news, new_record);
	drop_equal(differ, &olds, &news, same);
	for (size_t i = 0; i < MAX_PAIRS && olds.n && news.n; i++) {
		size_t j = find_partner(olds.records[0], &news);

		differs(differ, context, olds.records[0], news.records[j]);
		take(&olds, 0);
		take(&news, j);
	}
	free(olds.records);
	free(news.records);
}

const struct kabi_record *
kabi_diff_seen_variant(const struct kabi_model *model,
		       const struct kabi_record *record)
{
	for (const struct kabi_record *r = record; r; r = r->next_variant) {
		if (kabi_diff_is_header(r) && !kabi_model_is_private(model, r))
			return r;
	}
	return record;
}
