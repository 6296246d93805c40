/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which lines of headers depend on which options (docs/format.md,
 * "Conditions"), read from the source that a kernel was built from. What the
 * preprocessor made of it does not matter: both branches are there to be read.
 */
#ifndef KABI_TOOLS_CONDITIONS_H
#define KABI_TOOLS_CONDITIONS_H

#include "model.h"
#include "notices.h"

/* A larger source file is not read; a kernel's largest header has 24 MB. */
#define KABI_CONDITIONS_MAX_FILE ((size_t)64 << 20)

/*
 * The ranges of one file, from each #if to its #endif and of each static or
 * inline function, by first line and without those that name no option; NULL
 * and 0 when there is none. They lie in the model. Directives that do not fit
 * together are an error "LINE: ...".
 */
struct kabi_error *kabi_conditions_scan(struct kabi_model *model,
					const char *text, size_t length,
					struct kabi_range **ret, size_t *count)
	kabi_must_check;

/*
 * Adds a `conditions` record for every header in which a record of the model is
 * defined, or adds to the one that is there, and tells what could not be read.
 * The model is not finished yet. Headers are looked for in the build
 * directories and in the source trees they name; a name that leads out of them
 * is not followed.
 */
void kabi_conditions_add(struct kabi_model *model, const char *const *builds,
			 size_t n_builds, struct kabi_notices *notices);

#endif /* KABI_TOOLS_CONDITIONS_H */
