// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Tags that exported symbols reach and that one side only declares: no input
 * had the definition there.
 */
#include <limits.h>
#include <string.h>

#include "differ.h"

/* "opaque" is declared only on that side; the other one may define it. */
static void report(struct kabi_differ *differ, enum kabi_diff_side side,
		   const struct kabi_reach_opaque *opaque)
{
	enum kabi_diff_side other = side == KABI_OLD ? KABI_NEW : KABI_OLD;
	bool completed = side == KABI_OLD;
	const struct kabi_record *record = kabi_model_find(
		differ->models[other], opaque->kind, opaque->name);
	struct kabi_diff_subject subject;
	struct kabi_diff_entry *entry;

	if (!record || record->hidden ||
	    !kabi_reach_any(differ->reaches[other], record))
		return;
	subject = completed ? kabi_diff_type_subject(differ, NULL, record)
			    : kabi_diff_type_subject(differ, record, NULL);
	entry = kabi_diff_add(differ, NULL, &subject,
			      completed ? KABI_VERDICT_TYPE_COMPLETED
					: KABI_VERDICT_TYPE_HIDDEN,
			      completed ? KABI_LEVEL_NOTE : KABI_LEVEL_SOURCE);
	kabi_diff_set(differ, entry, side, NULL, INT_MIN, "declared only");
	kabi_diff_set(differ, entry, other, record, INT_MIN, "defined");
	entry->nodes[side] = opaque->node;
}

void kabi_diff_opaque(struct kabi_differ *differ)
{
	for (int side = 0; side < KABI_SIDES; side++) {
		const struct kabi_reach_opaque *opaques;
		size_t n = kabi_reach_opaques(differ->reaches[side], &opaques);

		for (size_t i = 0; i < n; i++)
			report(differ, side, &opaques[i]);
	}
}
