// SPDX-License-Identifier: GPL-2.0-or-later
/* What two baselines have in common: found, dropped, copied. */
#include "baseline-common.h"

#include <stdlib.h>

#include "baseline.h"
#include "sample.h"
#include "strbuf.h"
#include "tap.h"

#define HEAD "kabi-baseline 1\n\torigin build\n\texports table\n"
#define TYPES                                           \
	"base int size=4 align=4 encoding=signed\n"     \
	"struct a size=8 align=8\n\t0 next *struct a\n" \
	"struct b size=4 align=4\n\t0 v t\n"            \
	"typedef t\n\tint\n"

/* "DROPPED+2 @0+5", the ranges of a side. */
static char *list_ranges(const struct kabi_common *common, int side)
{
	struct kabi_strbuf buf = KABI_STRBUF_INIT;

	kabi_strbuf_add(&buf, "");
	for (size_t i = 0; i < common->n_ranges[side]; i++) {
		const struct kabi_common_range *range =
			&common->ranges[side][i];

		if (range->copied == KABI_COMMON_DROPPED)
			kabi_strbuf_add(&buf, "dropped");
		else
			kabi_strbuf_add_format(&buf, "@%zu", range->copied);
		kabi_strbuf_add_format(&buf, "+%zu ", range->n_records);
	}
	return kabi_strbuf_steal(&buf);
}

/* What is written of a model, or the message. */
static char *text_of(struct kabi_error *error, struct kabi_model *model)
{
	char *written = NULL;
	size_t length;
	FILE *stream;

	if (error) {
		written = strdup(error->message);
		kabi_error_destroy(error);
		return written;
	}
	stream = open_memstream(&written, &length);
	kabi_baseline_write(stream, model);
	fclose(stream);
	return written;
}

/* The ranges of both sides, and that the second side reads as it is. */
static void test_pair(const char *what, const char *a, const char *b,
		      const char *ranges_a, const char *ranges_b)
{
	const char *const texts[2] = { a, b };
	const size_t lengths[2] = { strlen(a), strlen(b) };
	struct kabi_model *models[2] = { NULL, NULL }, *alone = NULL;
	struct kabi_common common;
	struct kabi_error *error;
	char *got, *expected;

	kabi_common_init(&common, texts, lengths);
	got = list_ranges(&common, 0);
	tap_string(got, ranges_a, what);
	free(got);
	got = list_ranges(&common, 1);
	tap_string(got, ranges_b, what);
	free(got);

	/* Without what is dropped: dropping is not what is looked at here. */
	for (int side = 0; side < 2; side++) {
		error = kabi_baseline_read_side("b", texts[side], lengths[side],
						&common, side, models[0],
						&models[side]);
		if (!tap_ok(!error, "%s: side %d is read", what, side)) {
			tap_diagnose("error", error->message);
			exit(tap_finish());
		}
	}
	error = kabi_baseline_read("b", b, lengths[1], &alone);
	expected = text_of(error, alone);
	if (!strstr(ranges_b, "dropped")) {
		got = text_of(NULL, models[1]);
		tap_string(got, expected, what);
		free(got);
	}
	free(expected);
	kabi_model_destroy(alone);
	kabi_model_destroy(models[1]);
	kabi_model_destroy(models[0]);
	kabi_common_deinit(&common);
}

static void test_nothing(void)
{
	const char *const texts[2] = { "", "end" };
	const size_t lengths[2] = { 0, 3 };
	struct kabi_common common;

	kabi_common_init(&common, texts, lengths);
	tap_ok(!common.n_ranges[0] && !common.n_ranges[1], "no baselines");
	kabi_common_deinit(&common);
}

/* Names in a copy are the second model's records. */
static void test_links(void)
{
	static const char a[] = HEAD TYPES "end 4\n";
	static const char b[] = HEAD
		"base int size=4 align=4 encoding=signed\n"
		"struct a size=8 align=8\n\t0 next *struct a\n"
		"struct b size=4 align=4\n\t0 v t\n"
		"typedef t\n\tunsigned int\nend 4\n";
	const char *const texts[2] = { a, b };
	const size_t lengths[2] = { strlen(a), strlen(b) };
	struct kabi_model *models[2] = { NULL, NULL };
	const struct kabi_record *record;
	struct kabi_common common;

	kabi_common_init(&common, texts, lengths);
	for (int side = 0; side < 2; side++)
		kabi_error_destroy(kabi_baseline_read_side(
			"b", texts[side], lengths[side], &common, side,
			models[0], &models[side]));
	record = kabi_model_find(models[1], KABI_KIND_STRUCT, "b");
	tap_ok(record->body->members[0].type->decl ==
		       kabi_model_find(models[1], KABI_KIND_TYPEDEF, "t"),
	       "a member's type is of its own model");
	record = kabi_model_find(models[1], KABI_KIND_STRUCT, "a");
	tap_ok(record->body->members[0].type->target->decl == record,
	       "what a pointer points to as well");
	record = kabi_model_find(models[0], KABI_KIND_STRUCT, "b");
	tap_ok(record->body->members[0].type->decl ==
		       kabi_model_find(models[0], KABI_KIND_TYPEDEF, "t"),
	       "the first model's are its own");
	kabi_model_destroy(models[1]);
	kabi_model_destroy(models[0]);
	kabi_common_deinit(&common);
}

int main(void)
{
	test_pair("types are copied", HEAD TYPES "end 4\n",
		  HEAD TYPES "end 4\n", "", "@0+4 ");
	test_pair("but for one", HEAD TYPES "end 4\n",
		  HEAD "base int size=4 align=4 encoding=signed\n"
		       "struct a size=8 align=8\n\t0 next *struct b\n"
		       "struct b size=4 align=4\n\t0 v t\n"
		       "typedef t\n\tint\nend 4\n",
		  "", "@0+1 @2+2 ");
	test_pair("macros are dropped",
		  HEAD TYPES "macro A\n\t1\nmacro B\n\t2\nend 6\n",
		  HEAD TYPES
		  "macro A\n\t1\nmacro B\n\t3\nmacro C\n\t2\nend 7\n",
		  "dropped+1 ", "@0+4 dropped+1 ");
	test_pair("a variant more",
		  HEAD "macro A\n\t1\n\tin 1 a.c\nmacro B\n\t2\nend 2\n",
		  HEAD "macro A\n\t1\n\tin 1 a.c\nmacro A\n\t2\n\tin 1 b.c\n"
		       "macro B\n\t2\nend 3\n",
		  "dropped+1 ", "dropped+1 ");
	test_pair("symbols that one side exports or calls",
		  HEAD "function called role=def\n\tfunc(void) void\n"
		       "function f role=def\n\tfunc(void) void\n"
		       "function g role=def\n\tfunc(void) void\n"
		       "function h role=def\n\tfunc(void) void\n"
		       "call called\n"
		       "export f license=any\nend 6\n",
		  HEAD "function called role=def\n\tfunc(void) void\n"
		       "function f role=def\n\tfunc(void) void\n"
		       "function g role=def\n\tfunc(void) void\n"
		       "function h role=def\n\tfunc(void) void\n"
		       "export h license=any\nend 5\n",
		  "dropped+1 ", "@0+2 dropped+1 @2+1 ");
	test_pair("not sorted: nothing",
		  HEAD "macro B\n\t2\nmacro A\n\t1\nend 2\n",
		  HEAD "macro B\n\t2\nmacro A\n\t1\nend 2\n", "", "");
	test_pair("kinds not sorted: nothing",
		  HEAD "export f license=any\nmacro B\n\t2\n"
		       "function f role=def\n\tfunc(void) void\nend 3\n",
		  HEAD "export f license=any\nmacro B\n\t2\n"
		       "function f role=def\n\tfunc(void) void\nend 3\n",
		  "", "");
	test_pair("one name is the beginning of another",
		  HEAD
		  "struct a size=1 align=1\nstruct aa size=1 align=1\nend 2\n",
		  HEAD "struct aa size=1 align=1\nend 1\n", "", "@1+1 ");
	test_pair("a line more",
		  HEAD "config CONFIG_A\nconfig CONFIG_B\n\t1\nend 2\n",
		  HEAD "config CONFIG_A\n\t1\nconfig CONFIG_B\n\t1\nend 2\n",
		  "", "@1+1 ");
	test_pair("a line less",
		  HEAD "config CONFIG_A\n\t1\nconfig CONFIG_B\n\t1\nend 2\n",
		  HEAD "config CONFIG_A\nconfig CONFIG_B\n\t1\nend 2\n", "",
		  "@1+1 ");
	test_nothing();
	test_links();
	return tap_finish();
}
