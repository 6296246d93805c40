/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The text baseline of docs/format.md 4: header, records, trailer. */
#ifndef KABI_TOOLS_BASELINE_H
#define KABI_TOOLS_BASELINE_H

#include <stdio.h>

#include "baseline-common.h"
#include "model.h"

/* Does a file that begins with these bytes look like a baseline? */
bool kabi_baseline_probe(const char *bytes, size_t length);

/*
 * Reads a whole baseline into a new, finished model. "name" is the file's, for
 * messages, which are "NAME:LINE: ...".
 */
struct kabi_error *kabi_baseline_read(const char *name, const char *bytes,
				      size_t length, struct kabi_model **ret)
	kabi_must_check;

/*
 * The same for side 0 or 1 of two: what is in a range is not parsed. The second
 * model, which is beside the first, gets copies of its records.
 */
struct kabi_error *
kabi_baseline_read_side(const char *name, const char *bytes, size_t length,
			const struct kabi_common *common, int side,
			struct kabi_model *first, struct kabi_model **ret)
	kabi_must_check;

/*
 * The parts of it that every form of a baseline has, for the readers of others:
 * the lines of the header ("kabi-baseline 1" to the last, each with its
 * newline) into the model, before the records; and behind them
 * kabi_model_finish() with a look for records that are there twice.
 */
struct kabi_error *kabi_baseline_header(struct kabi_model *model,
					const char *text, size_t length)
	kabi_must_check;
struct kabi_error *kabi_baseline_finish(struct kabi_model *model)
	kabi_must_check;

/* The model must be finished. Errors of the stream are the caller's to check.
 */
void kabi_baseline_write(FILE *stream, const struct kabi_model *model);

#endif /* KABI_TOOLS_BASELINE_H */
