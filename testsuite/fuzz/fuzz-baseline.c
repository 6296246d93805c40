// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Any bytes as a baseline: an error or a model, which writes and reads itself
 * again. Run it over texts: testsuite/fuzz/replay.c.
 */
#include "baseline.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/*
 * What was written is a baseline too, and as long as what was read: every
 * record has one spelling, only their order may be another one.
 */
static void write_and_read(const struct kabi_model *model, size_t size)
{
	struct kabi_model *again;
	char *text = NULL;
	size_t length;
	FILE *stream = open_memstream(&text, &length);
	struct kabi_error *error;

	if (!stream)
		abort();
	kabi_baseline_write(stream, model);
	fclose(stream);
	error = kabi_baseline_read("again", text, length, &again);
	if (error || length != size) {
		fprintf(stderr, "%s\n", error ? error->message : text);
		abort();
	}
	kabi_model_destroy(again);
	free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct kabi_model *model;
	struct kabi_error *error;

	error = kabi_baseline_read("input", (const char *)data, size, &model);
	if (error) {
		kabi_error_destroy(error);
		return 0;
	}
	write_and_read(model, size);
	kabi_model_destroy(model);
	return 0;
}
