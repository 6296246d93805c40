// SPDX-License-Identifier: GPL-2.0-or-later
/* Rules for gendwarfksyms in models that no plugin wrote. */
#include "override.h"

#include <time.h>

#include "build.h"

static struct kabi_model *model_of(const char *const *records, size_t n)
{
	return build_model(records, n);
}

/* All remarks, a line each; the caller frees it. */
static char *remarks_of(const struct kabi_overrides *overrides)
{
	struct kabi_strbuf buf = KABI_STRBUF_INIT;
	size_t n;
	const char *const *remarks = kabi_overrides_remarks(overrides, &n);

	for (size_t i = 0; i < n; i++)
		kabi_strbuf_add_format(&buf, "%s\n", remarks[i]);
	return kabi_strbuf_steal(&buf);
}

#define ENUM "enum e size=4 signed=0\n\tA 0\n\tB 1"
#define STRUCT "struct s size=16 align=8\n\t0 a long\n\t8 b long"

static void test_unusual(void)
{
	static const char *const olds[] = {
		ENUM, STRUCT, "function f role=def\n\tfunc(void) int"
	};
	static const char *const news[] = {
		"enum e size=4 signed=1\n\tA 7\n\tC 1",
		"struct s size=16 align=8\n\t0 a long\n\t8 b int",
		"function f role=def\n\tfunc(int) int",
		"rule byte_size:s at=include/a%20b.h:3\n\t8",
		"rule byte_size:e\n\t\"4\"",
		"rule byte_size:union%20s\n\t\"4\"",
		"rule declonly:",
		"rule enumerator_ignore:e%20C\n\t\"a value\"",
		"rule enumerator_value:e%20A",
		"rule enumerator_value:enum%20e%20A\n\t-9223372036854775808",
		"rule enumerator_value:e%20\n\t\"1\"",
		"rule type_string:\n\t\"x\"",
		"rule type_string:f\n\t\"a\\x00b\"",
		"rule new_type:s",
		"rule s",
	};
	struct kabi_model *old_model = model_of(olds, BUILD_COUNT(olds));
	struct kabi_model *new_model = model_of(news, BUILD_COUNT(news));
	struct kabi_overrides *overrides =
		kabi_overrides_apply(old_model, new_model);
	const struct kabi_record *record;
	char *text = remarks_of(overrides);

#define NOTHING "what was meant (nothing of that name is defined) by rule "
	tap_string(
		text,
		NOTHING
		"byte_size:e of NEW\n"
		"struct s beyond 8 bytes (it has 16), by rule byte_size:s of "
		"NEW (include/a%20b.h:3)\n" NOTHING
		"byte_size:union%20s of NEW\n" NOTHING "declonly: of NEW\n"
		"C, ignored by rule enumerator_ignore:e%20C of NEW\n" NOTHING
		"enumerator_value:e%20 of NEW\n"
		"what was meant (it has no number) by rule "
		"enumerator_value:e%20A of NEW\n"
		"the true value of A, set by rule "
		"enumerator_value:enum%20e%20A of NEW\n" NOTHING
		"new_type:s of NEW\n" NOTHING "s of NEW\n" NOTHING
		"type_string: of NEW\n"
		"function f, told by rule type_string:f of NEW\n",
		"what they hid, and what they did not");
	free(text);
	record = kabi_model_find(new_model, KABI_KIND_STRUCT, "s");
	tap_ok(record->body->size == 8 && record->body->n_members == 1 &&
		       !record->hidden,
	       "the size of its side");
	record = kabi_model_find(old_model, KABI_KIND_STRUCT, "s");
	tap_ok(record->body->size == 16, "and not of the other");
	record = kabi_model_find(new_model, KABI_KIND_ENUM, "e");
	tap_ok(record->n_enumerators == 1 &&
		       record->enumerators[0].value == INT64_MIN,
	       "the smallest value");
	tap_ok(kabi_model_find(old_model, KABI_KIND_FUNCTION, "f")->hidden &&
		       kabi_model_find(new_model, KABI_KIND_FUNCTION, "f")
			       ->hidden,
	       "a symbol is left alone on both sides");
	tap_ok(kabi_overrides_hid_something(overrides), "something was hidden");
	kabi_overrides_destroy(overrides);
	kabi_model_destroy(old_model);
	kabi_model_destroy(new_model);
}

/* Two sides that are the same have nothing to hide. */
static void test_same(void)
{
	static const char *const records[] = {
		ENUM,
		STRUCT,
		"rule byte_size:s\n\t\"8\"",
		"rule declonly:s",
		"rule enumerator_ignore:e%20A",
		"rule enumerator_value:e%20B\n\t\"5\"",
		"rule type_string:e#e\n\t\"x\"",
	};
	struct kabi_model *models[2];
	struct kabi_overrides *overrides;
	char *text;

	for (int i = 0; i < 2; i++)
		models[i] = model_of(records, BUILD_COUNT(records));
	overrides = kabi_overrides_apply(models[0], models[1]);
	text = remarks_of(overrides);
	tap_string(text, "", "nothing to tell of equal sides");
	free(text);
	tap_ok(!kabi_overrides_hid_something(overrides), "nothing was hidden");
	kabi_overrides_destroy(overrides);
	for (int i = 0; i < 2; i++)
		kabi_model_destroy(models[i]);
}

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return now.tv_sec + now.tv_nsec * 1e-9;
}

/* As many as nobody has, for an enum as large as none is. */
static void test_many(void)
{
	enum {
		COUNT = 30000
	};
	struct kabi_model *models[2];
	struct kabi_overrides *overrides;
	double start;
	size_t n;

	for (int side = 0; side < 2; side++) {
		struct kabi_strbuf buf = KABI_STRBUF_INIT;

		models[side] = kabi_model_create();
		kabi_strbuf_add(&buf, "enum e size=4 signed=0");
		for (int i = 0; i < COUNT; i++)
			kabi_strbuf_add_format(&buf, "\n\tE%d %d", i, i + side);
		kabi_error_destroy(kabi_model_add(models[side], buf.string,
						  buf.length, NULL));
		for (int i = 0; i < COUNT; i++) {
			kabi_strbuf_truncate(&buf, 0);
			kabi_strbuf_add_format(
				&buf, "rule enumerator_ignore:e%%20E%d", i);
			kabi_error_destroy(kabi_model_add(
				models[side], buf.string, buf.length, NULL));
		}
		kabi_strbuf_deinit(&buf);
		kabi_error_destroy(kabi_model_finish(models[side]));
	}
	start = seconds();
	overrides = kabi_overrides_apply(models[0], models[1]);
	tap_ok(seconds() - start < 20, "many rules in %.1f s",
	       seconds() - start);
	kabi_overrides_remarks(overrides, &n);
	tap_ok(n > 1 && n < COUNT, "some of them are refused");
	kabi_overrides_destroy(overrides);
	for (int i = 0; i < 2; i++)
		kabi_model_destroy(models[i]);
}

int main(void)
{
	test_unusual();
	test_same();
	test_many();
	return tap_finish();
}
