/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Compares two finished models: a pure function from models to changes, by the
 * rules of docs/verdicts.md. Neither model is changed; both must live as long
 * as the result.
 */
#ifndef KABI_TOOLS_DIFF_H
#define KABI_TOOLS_DIFF_H

#include "change.h"
#include "consumers.h"
#include "override.h"
#include "prebuilt.h"
#include "symlist.h"

struct kabi_diff_options {
	const char *old_path; /* for kabi_side.path */
	const char *new_path;
	bool all_types;	       /* also types that no export reaches */
	enum kabi_level level; /* nothing below it */
	const struct kabi_symlist *symbols; /* compare these only, or NULL */
	/*
	 * OLD is the model of these objects, and what it exports is what they
	 * import: can they be used with NEW as they are? Or NULL.
	 */
	const struct kabi_prebuilt *prebuilt;
	/* With it: the versions of NEW's symbols, none when they are unknown.
	 */
	const struct kabi_versions *versions;
	/* What the sources want left alone, applied to the models; or NULL. */
	const struct kabi_overrides *overrides;
	/* Read with OLD, which has to be the one; or NULL. */
	const struct kabi_consumers *consumers;
	bool consumers_only; /* nothing that hits none of them */
};

/* Fails when the two cannot be compared: two architectures. */
struct kabi_error *kabi_diff(const struct kabi_model *old_model,
			     const struct kabi_model *new_model,
			     const struct kabi_diff_options *options,
			     struct kabi_changes **ret) kabi_must_check;
void kabi_changes_destroy(struct kabi_changes *changes);
static inline void kabi_changes_cleanup(struct kabi_changes **changes)
{
	kabi_changes_destroy(*changes);
}

#endif /* KABI_TOOLS_DIFF_H */
