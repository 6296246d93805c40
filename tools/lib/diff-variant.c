// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Names that stand for several things in one build: a tag that two .c files use
 * each for itself, a macro that depends on what was included before.
 */
#include <string.h>

#include "differ.h"

/* More variants of one name than this are not looked at. */
#define MAX_VARIANTS 64

struct variants {
	const struct kabi_record *records[MAX_VARIANTS];
	size_t n;
};

/* The most common first; equally common ones stay in the model's order. */
static void collect(struct variants *variants, const struct kabi_record *record)
{
	variants->n = 0;
	for (; record && variants->n < MAX_VARIANTS;
	     record = record->next_variant) {
		size_t i = variants->n++;

		for (; i && variants->records[i - 1]->units_total <
				    record->units_total;
		     i--)
			variants->records[i] = variants->records[i - 1];
		variants->records[i] = record;
	}
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
	for (size_t i = 0; i < olds->n;) {
		size_t j = 0;

		while (j < news->n &&
		       !same(differ, olds->records[i], news->records[j]))
			j++;
		if (j < news->n) {
			take(olds, i);
			take(news, j);
		} else {
			i++;
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
	while (olds.n && news.n) {
		size_t j = find_partner(olds.records[0], &news);

		differs(differ, context, olds.records[0], news.records[j]);
		take(&olds, 0);
		take(&news, j);
	}
}
