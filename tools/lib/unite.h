/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Kinds of records that have no variants: what several units or baselines say
 * under one name adds up (docs/format.md 4).
 */
#ifndef KABI_TOOLS_UNITE_H
#define KABI_TOOLS_UNITE_H

#include "model.h"

/* Is it such a kind? */
bool kabi_unite_kind(enum kabi_kind kind);

/*
 * Adds to "into" what "from" says, a record of the same kind and model; what
 * "from" has is shared.
 */
void kabi_unite_record(struct kabi_model *model, struct kabi_record *into,
		       const struct kabi_record *from);

/*
 * Of struct kabi_range: by first and last line; and adds the options of the one
 * to the other, which has the same lines.
 */
int kabi_unite_compare_ranges(const void *left, const void *right);
void kabi_unite_ranges(struct kabi_arena *arena, void *into, const void *from);

#endif /* KABI_TOOLS_UNITE_H */
