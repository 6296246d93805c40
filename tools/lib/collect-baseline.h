/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A baseline as an input among others: back into texts and who had them, as far
 * as it says. For collect.c.
 */
#ifndef KABI_TOOLS_COLLECT_BASELINE_H
#define KABI_TOOLS_COLLECT_BASELINE_H

#include "collect.h"

/* A growing list. */
struct kabi_sighting_counts {
	struct kabi_sighting_count *list;
	size_t count;
	size_t room;
};

bool kabi_collect_baseline_probe(const struct kabi_blob *blob);

/*
 * Reads a baseline of either form, text or XML. Without any merging.
 */
struct kabi_error *kabi_collect_baseline_read(const struct kabi_blob *blob,
					      const char *name,
					      struct kabi_model **ret)
	kabi_must_check;

/*
 * Adds the records of source->blob to the pool, of which the owners are its
 * TUs and, for what they all agree on, the baseline as a whole. Fills the
 * source.
 */
struct kabi_error *kabi_collect_baseline(struct kabi_source *source,
					 uint64_t position,
					 struct kabi_pool *pool,
					 struct kabi_sighting_counts *counts)
	kabi_must_check;

#endif /* KABI_TOOLS_COLLECT_BASELINE_H */
