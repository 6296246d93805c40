// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Inline functions of headers: consumers were compiled with OLD's body, and
 * keep it.
 */
#include <inttypes.h>
#include <limits.h>
#include <string.h>

#include "differ.h"

/* For kabi_diff_variants(). */
struct comparison {
	bool bodies;  /* can they be compared? */
	bool skipped; /* there was one that cannot */
	bool lines;   /* one that may differ by its __LINE__ only */
};

static bool same_type(struct kabi_differ *differ, const struct kabi_record *a,
		      const struct kabi_record *b)
{
	return kabi_diff_type(differ, a->type, b->type) == KABI_DIFF_SAME;
}

static bool same_inline(struct kabi_differ *differ, const struct kabi_record *a,
			const struct kabi_record *b)
{
	return a->fingerprint == b->fingerprint &&
	       kabi_diff_same_deviations(a, b) && same_type(differ, a, b);
}

static struct kabi_diff_subject subject_of(struct kabi_differ *differ,
					   const struct kabi_record *a,
					   const struct kabi_record *b)
{
	return (struct kabi_diff_subject){
		.name = kabi_diff_text(differ, "inline %s", (a ? a : b)->name),
		.path = (a ? a : b)->name,
		.records = { a, b },
		.is_private = kabi_diff_is_private(differ, a, b),
	};
}

/* The signature is of interest only to who compiles against it again. */
static void compare_inlines(struct kabi_differ *differ, void *context,
			    const struct kabi_record *a,
			    const struct kabi_record *b)
{
	struct kabi_diff_subject subject = subject_of(differ, a, b);
	struct comparison *comparison = context;

	if (!kabi_diff_is_header(a) && !kabi_diff_is_header(b))
		return;
	if (!comparison->bodies) {
		comparison->skipped = true;
	} else if (a->fingerprint != b->fingerprint &&
		   a->perhaps_line != b->perhaps_line) {
		comparison->lines = true;
	} else if (a->fingerprint != b->fingerprint) {
		struct kabi_diff_entry *entry = kabi_diff_add(
			differ, NULL, &subject,
			KABI_VERDICT_INLINE_BODY_CHANGED, KABI_LEVEL_RISK);

		for (int side = 0; side < KABI_SIDES; side++)
			kabi_diff_set(differ, entry, side,
				      subject.records[side], INT_MIN,
				      "body %016" PRIx64,
				      subject.records[side]->fingerprint);
		/* Another signature makes another body. */
		subject.root = entry;
	}
	subject.is_source = true;
	kabi_diff_signature(differ, &subject);
}

static void report_one(struct kabi_differ *differ, enum kabi_diff_side side,
		       const struct kabi_record *record)
{
	bool removed = side == KABI_OLD;

	if (differ->absence[!side] == KABI_ABSENCE_MEANS_NOTHING)
		return;
	record = kabi_diff_seen_variant(differ->models[side], record);

	struct kabi_diff_subject subject = subject_of(
		differ, removed ? record : NULL, removed ? NULL : record);
	struct kabi_diff_entry *entry =
		kabi_diff_add(differ, NULL, &subject,
			      removed ? KABI_VERDICT_INLINE_REMOVED
				      : KABI_VERDICT_INLINE_ADDED,
			      removed ? KABI_LEVEL_SOURCE : KABI_LEVEL_NOTE);

	kabi_diff_set_type(differ, entry, side, record, INT_MIN, record->type);
	if (removed)
		entry->change.new_text =
			kabi_diff_absence_text(differ, KABI_NEW);
}

static bool any_in_header(const struct kabi_record *record)
{
	for (; record; record = record->next_variant)
		if (kabi_diff_is_header(record))
			return true;
	return false;
}

/* The next first variant of which one is in a header. */
static const struct kabi_record *next_inline(const struct kabi_model *model,
					     size_t *i)
{
	size_t first = model->by_kind[KABI_KIND_INLINE];

	for (; *i < model->by_kind[KABI_KIND_INLINE + 1]; (*i)++) {
		const struct kabi_record *record = model->records[*i];

		if ((*i == first ||
		     model->records[*i - 1]->name != record->name) &&
		    any_in_header(record))
			return record;
	}
	return NULL;
}

void kabi_diff_inlines(struct kabi_differ *differ)
{
	const struct kabi_model *const *models = differ->models;
	struct comparison comparison = {
		.bodies = kabi_diff_same_compiler(differ),
	};
	size_t i = models[KABI_OLD]->by_kind[KABI_KIND_INLINE];
	size_t j = models[KABI_NEW]->by_kind[KABI_KIND_INLINE];

	for (;;) {
		const struct kabi_record *a = next_inline(models[KABI_OLD], &i);
		const struct kabi_record *b = next_inline(models[KABI_NEW], &j);
		int order;

		if (!a && !b)
			break;
		order = !a ? 1 : !b ? -1 : strcmp(a->name, b->name);
		if (order < 0)
			report_one(differ, KABI_OLD, a);
		else if (order > 0)
			report_one(differ, KABI_NEW, b);
		else
			kabi_diff_variants(differ, a, b, same_inline,
					   compare_inlines, &comparison);
		i += order <= 0;
		j += order >= 0;
	}
	if (comparison.skipped)
		kabi_diff_remark(differ,
				 "bodies of inline functions, since they were "
				 "compiled by different versions of GCC");
	if (comparison.lines)
		kabi_diff_remark(
			differ, "bodies of inline functions that may differ by "
				"their __LINE__ only, since one of them was "
				"compiled from preprocessed input");
}
