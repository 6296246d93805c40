/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What has been collected becomes one model (docs/format.md 4). */
#ifndef KABI_TOOLS_MERGE_H
#define KABI_TOOLS_MERGE_H

#include "collect.h"
#include "imports.h"

struct kabi_merge_options {
	const char *const *public_globs;
	size_t n_public_globs;
	const char *release; /* NULL: unknown */
	enum kabi_origin origin;
	/* Build directories, for the conditions of headers. */
	const char *const *builds;
	size_t n_builds;
	/* They are the exports, instead of the collection's; or NULL. */
	const struct kabi_imports *imports;
	struct kabi_notices *notices;
};

/* Resolves the collection's exports as well. The model is finished. */
struct kabi_error *kabi_merge(struct kabi_collection *collection,
			      const struct kabi_merge_options *options,
			      struct kabi_model **ret) kabi_must_check;

#endif /* KABI_TOOLS_MERGE_H */
