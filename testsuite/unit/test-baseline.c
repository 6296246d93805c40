// SPDX-License-Identifier: GPL-2.0-or-later
/* Whole baselines: read, written, refused. */
#include "baseline.h"
#include "build.h"
#include "sample.h"

#include <stdlib.h>

#define HEAD "kabi-baseline 1\n\torigin build\n\texports table\n"

static char *sample_baseline(void)
{
	struct kabi_strbuf buf = KABI_STRBUF_INIT;
	size_t i;

	kabi_strbuf_add(&buf, SAMPLE_HEADER);
	for (i = 0; i < SAMPLE_COUNT; i++)
		kabi_strbuf_add_format(&buf, "%s\n", sample_records[i]);
	kabi_strbuf_add_format(&buf, "end %zu\n", SAMPLE_COUNT);
	return kabi_strbuf_steal(&buf);
}

/* What is written of what is read, or the message. */
static char *read_and_write(const char *text)
{
	struct kabi_model *model;
	struct kabi_error *error;
	char *written = NULL;
	size_t length;
	FILE *stream;

	error = kabi_baseline_read("b", text, strlen(text), &model);
	if (error) {
		written = strdup(error->message);
		kabi_error_destroy(error);
		return written;
	}
	stream = open_memstream(&written, &length);
	kabi_baseline_write(stream, model);
	fclose(stream);
	kabi_model_destroy(model);
	return written;
}

static void test_round_trip(const char *text, const char *what)
{
	char *written = read_and_write(text);

	tap_string(written, text, what);
	free(written);
}

static void test_header(void)
{
	char *text = sample_baseline();
	struct kabi_model *model;
	struct kabi_error *error;

	error = kabi_baseline_read("b", text, strlen(text), &model);
	if (!tap_ok(!error, "is read")) {
		tap_diagnose("error", error->message);
		return;
	}
	tap_string(model->arch, "x86_64", "arch");
	tap_string(model->release, "6.12.107", "release");
	tap_ok(model->origin == KABI_ORIGIN_BUILD, "origin");
	tap_ok(!model->exports_external, "exports");
	tap_ok(model->n_public_globs == 2, "public");
	tap_ok(model->finished && model->n_records == SAMPLE_COUNT, "records");
	kabi_model_destroy(model);
	free(text);
}

static void test_unsorted(void)
{
	char *written = read_and_write(HEAD "struct b size=1 align=1\n"
					    "struct a size=1 align=1\n"
					    "end 2\n");

	tap_string(written,
		   HEAD "struct a size=1 align=1\n"
			"struct b size=1 align=1\n"
			"end 2\n",
		   "another order is read, and written sorted");
	free(written);
}

static const struct {
	const char *text;
	const char *message;
} bad[] = {
	{ "", "b:1: not a kabi baseline at the end of the line" },
	{ "\177ELF", "b:1: not a kabi baseline at \"?ELF\"" },
	{ "kabi-baseline", "b:1: not a kabi baseline at \"kabi-baseline\"" },
	{ "kabi-baseline x\n", "b:1: expected a number at \"x\"" },
	{ "kabi-baseline 7\n\tnew header\n",
	  "b:1: baseline format version 7 is not known (this kabi reads 1)" },
	{ "kabi-baseline 1\n\texports table\nend 0\n",
	  "b:2: origin: line of the header expected at \"exports table\"" },
	{ "kabi-baseline 1\n\torigin build\n\torigin build\n",
	  "b:3: exports: line of the header expected at \"origin build\"" },
	{ "kabi-baseline 1\n\torigin space\n", "b:2: origin: unknown value" },
	{ "kabi-baseline 1\n\tarch \n",
	  "b:2: arch: nothing there at the end of the line" },
	{ HEAD "\trelease 1\nend 0\n",
	  "b:4: expected no more of the header at \"release 1\"" },
	{ HEAD, "b:4: cut short: its last line must be \"end N\"" },
	{ HEAD "struct a size=1 align=1\n",
	  "b:5: cut short: its last line must be \"end N\"" },
	{ HEAD "struct a size=1 align=1\n\t0 a int",
	  "b:5: cut short: its last line must be \"end N\"" },
	{ HEAD "struct a size=1 align=1\n\t0 a int\n\t1 b \x01\nend 1\n",
	  "b:6: struct a: member b: expected a type at \"?\"" },
	{ HEAD "struct a size=1 align=1\n\nend 1\n",
	  "b:5: unknown kind of record at the end of the line" },
	{ HEAD "struct a size=1 align=1\nend 1",
	  "b:5: cut short in its last line" },
	{ HEAD "struct a size=1 align=1\nend 2\n",
	  "b:5: holds 1 records, its last line says 2" },
	{ HEAD "end 0\nend 0\n",
	  "b:5: more behind the last line at \"end 0\"" },
	{ HEAD "end 0 \n", "b:4: expected nothing more at \" \"" },
	{ HEAD "end 01\n", "b:4: number with a leading zero at \"01\"" },
	{ HEAD "typedef a\n\ta\nend 1\n",
	  "b: typedef a: it or what it names stands for itself" },
	{ HEAD "struct a size=1 align=1\nstruct a size=1 align=1\nend 2\n",
	  "b: struct a: is there twice" },
};

static void test_bad(void)
{
	size_t i;

	for (i = 0; i < BUILD_COUNT(bad); i++) {
		char *message = read_and_write(bad[i].text);

		tap_string(message, bad[i].message, bad[i].message);
		free(message);
	}
}

static void test_probe(void)
{
	tap_ok(kabi_baseline_probe("kabi-baseline 1", 15), "a baseline");
	tap_ok(kabi_baseline_probe("kabi-baseline 2", 15), "a later one");
	tap_ok(!kabi_baseline_probe("kabi-baselines", 14), "no baseline");
	tap_ok(!kabi_baseline_probe("kabi-baseline 1", 13), "too short");
	tap_ok(!kabi_baseline_probe("", 0), "nothing");
}

int main(void)
{
	char *text = sample_baseline();

	test_round_trip(text, "every construct: same bytes");
	test_round_trip(HEAD "end 0\n", "an empty one: same bytes");
	test_round_trip("kabi-baseline 1\n\torigin objects\n"
			"\texports external\n\tpublic b c\nend 0\n",
			"another header: same bytes");
	test_header();
	test_unsorted();
	test_bad();
	test_probe();
	free(text);
	return tap_finish();
}
