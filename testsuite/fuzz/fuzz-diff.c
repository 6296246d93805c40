// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Two lists of records, a line "====" between them: the differ comes to an end,
 * finds nothing between a model and itself, and nothing one way when it finds
 * nothing the other way, and every report can be written. Records that are none
 * are left out.
 */
#include "diff.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "report.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The length of the record at the beginning: to a line without a TAB. */
static size_t record_length(const char *text, size_t size)
{
	size_t end = 0;

	do {
		const char *newline = memchr(text + end, '\n', size - end);

		end = newline ? (size_t)(newline - text) + 1 : size;
	} while (end < size && text[end] == '\t');
	return end;
}

/* NULL when they make no model. */
static struct kabi_model *load(const char *text, size_t size)
{
	struct kabi_model *model = kabi_model_create();
	struct kabi_error *error;

	while (size) {
		size_t length = record_length(text, size);
		bool closed = text[length - 1] == '\n';

		if (!memchr(text, '\0', length))
			kabi_error_destroy(kabi_model_add(
				model, text, length - closed, NULL));
		text += length;
		size -= length;
	}
	error = kabi_model_finish(model);
	if (!error)
		return model;
	kabi_error_destroy(error);
	kabi_model_destroy(model);
	return NULL;
}

/* Every format, the layouts of both models among them, to nowhere. */
static void report(const struct kabi_model *a, const struct kabi_model *b,
		   const struct kabi_changes *changes)
{
	const struct kabi_report_options options = { .max_symbols = 10,
						     .models = { a, b } };
	const struct kabi_report_format *format = kabi_report_formats;
	FILE *nowhere = fopen("/dev/null", "w");

	for (; nowhere && format->name; format++) {
		if (format->write(nowhere, changes, &options))
			abort();
	}
	if (nowhere)
		fclose(nowhere);
}

/* How many changes there are. */
static size_t compare(const struct kabi_model *a, const struct kabi_model *b,
		      bool all_types)
{
	struct kabi_diff_options options = { .all_types = all_types };
	struct kabi_changes *changes;
	struct kabi_error *error = kabi_diff(a, b, &options, &changes);
	size_t n;

	if (error)
		abort();
	n = changes->n_changes;
	if (n)
		report(a, b, changes);
	kabi_changes_destroy(changes);
	return n;
}

static void check(const struct kabi_model *a, const struct kabi_model *b)
{
	for (int all_types = 0; all_types < 2; all_types++) {
		size_t there = compare(a, b, all_types);
		size_t back = compare(b, a, all_types);

		if (compare(a, a, all_types) || compare(b, b, all_types) ||
		    !there != !back)
			abort();
	}
}

/* After what the rules made of them there is still nothing to fear. */
static void check_overrides(struct kabi_model *a, struct kabi_model *b)
{
	struct kabi_overrides *overrides = kabi_overrides_apply(a, b);

	check(a, b);
	kabi_overrides_destroy(overrides);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char separator[] = "\n====\n";
	const size_t length = sizeof(separator) - 1;
	const char *text = (const char *)data;
	const char *middle = memmem(data, size, separator, length);
	struct kabi_model *a, *b;

	if (!middle)
		return 0;
	a = load(text, middle - text + 1);
	b = load(middle + length, text + size - middle - length);
	if (a && b) {
		check(a, b);
		check_overrides(a, b);
	}
	kabi_model_destroy(a);
	kabi_model_destroy(b);
	return 0;
}
