// SPDX-License-Identifier: GPL-2.0-or-later
/* What code depends on: records of sections, checked with and without model. */
#include "build.h"
#include "exposure.h"
#include "unite.h"

static const char *const good[] = {
	"exposure struct.foo\n\taccess a",
	"exposure struct.foo\n\taccess a\n\taccess a.b\n\taccess a.b.c\n"
	"\taccess ab\n\toffset a\n\tsize\n\tunknown",
	"exposure union.\xc3\xa9\n\toffset \xc3\xa9",
	"exposure typedef.foo_t\n\tsize\n\t!not all of it",
	"exposure struct.a$1\n\tunknown\n\t!a\n\t!b",
};

static const struct {
	const char *text;
	const char *message;
} bad[] = {
	{ "exposure struct.foo", "" },
	{ "exposure struct.foo\n\t!x", "" },
	{ "exposure foo\n\tsize", "bad name" },
	{ "exposure struct.\n\tsize", "bad name" },
	{ "exposure enum.e\n\tsize", "bad name" },
	{ "exposure struct.a.b\n\tsize", "bad name" },
	{ "exposure struct.a key=1\n\tsize", "" },
	{ "exposure struct.a\n\tuse x", "unknown dependence" },
	{ "exposure struct.a\n\taccess", "expected \" \"" },
	{ "exposure struct.a\n\taccess ", "expected a member" },
	{ "exposure struct.a\n\taccess a.", "expected a member" },
	{ "exposure struct.a\n\taccess .a", "expected a member" },
	{ "exposure struct.a\n\taccess a b", "nothing more" },
	{ "exposure struct.a\n\tsize a", "nothing more" },
	{ "exposure struct.a\n\taccess b\n\taccess a", "not sorted" },
	{ "exposure struct.a\n\taccess ab\n\taccess a", "not sorted" },
	{ "exposure struct.a\n\taccess a\n\taccess a", "not sorted" },
	{ "exposure struct.a\n\tsize\n\taccess a", "not sorted" },
	{ "exposure struct.a\n\tsize\n\tsize", "not sorted" },
	{ "exposure struct.a\n\tsize\n", "" },
	{ "exposure struct.a\n\tsize\n\t!x\n\tunknown", "" },
	{ "exposure struct.a\n\t\tsize", "unknown dependence" },
};

static void test_good(void)
{
	for (size_t i = 0; i < BUILD_COUNT(good); i++) {
		struct kabi_error *error =
			kabi_exposure_check(good[i], strlen(good[i]));
		struct kabi_model *model = build_model(&good[i], 1);
		char *text =
			build_text(model->n_records ? model->records[0] : NULL);

		tap_ok(!error, "well-formed: %zu", i);
		tap_string(text, good[i], "the same bytes");
		kabi_error_destroy(error);
		kabi_model_destroy(model);
		free(text);
	}
}

/* The check and the parser refuse the same. */
static void test_bad(void)
{
	for (size_t i = 0; i < BUILD_COUNT(bad); i++) {
		size_t length = strlen(bad[i].text);
		char *exact = memcpy(malloc(length), bad[i].text, length);
		struct kabi_model *model = kabi_model_create();
		struct kabi_error *checked = kabi_exposure_check(exact, length);
		struct kabi_error *parsed =
			kabi_model_add(model, exact, length, NULL);

		tap_ok(checked && strstr(checked->message, bad[i].message) &&
			       !strncmp(checked->message, "exposure", 8),
		       "checked: %s: %s", bad[i].message,
		       checked ? checked->message : "none");
		tap_ok(parsed && strstr(parsed->message, bad[i].message),
		       "parsed: %s: %s", bad[i].message,
		       parsed ? parsed->message : "none");
		kabi_error_destroy(checked);
		kabi_error_destroy(parsed);
		kabi_model_destroy(model);
		free(exact);
	}
}

static void test_type(void)
{
	struct kabi_model *model = build_model(good, BUILD_COUNT(good));
	const struct kabi_record *record =
		kabi_model_find(model, KABI_KIND_EXPOSURE, "typedef.foo_t");
	const char *name;

	tap_ok(kabi_exposure_type(record, &name) == KABI_KIND_TYPEDEF,
	       "the kind of the type");
	tap_string(name, "foo_t", "its name");
	kabi_model_destroy(model);
}

/* Texts of one name, and what they say together. */
static const struct {
	const char *texts[3];
	const char *united;
} unions[] = {
	{ { "section .a\n\tasm", "section .a\n\tcode\n\tdata" },
	  "section .a\n\tasm\n\tcode\n\tdata" },
	{ { "section .a\n\tasm\n\t!x", "section .a\n\tasm\n\t!y",
	    "section .a\n\tasm\n\t!x" },
	  "section .a\n\tasm\n\t!x\n\t!y" },
	{ { "exposure struct.a\n\taccess b\n\tsize",
	    "exposure struct.a\n\taccess a\n\taccess b\n\toffset b",
	    "exposure struct.a\n\tunknown" },
	  "exposure struct.a\n\taccess a\n\taccess b\n\toffset b\n\tsize\n"
	  "\tunknown" },
	{ { "exposure struct.a\n\taccess a\n\taccess b",
	    "exposure struct.a\n\taccess b" },
	  "exposure struct.a\n\taccess a\n\taccess b" },
	{ { "conditions a.h\n\t1 9 A\n\t5 6 B",
	    "conditions a.h\n\t1 8 A\n\t1 9 A C\n\t5 6 A",
	    "conditions a.h\n\t1 9 B" },
	  "conditions a.h\n\t1 8 A\n\t1 9 A B C\n\t5 6 A B" },
};

static void test_unite(void)
{
	for (size_t i = 0; i < BUILD_COUNT(unions); i++) {
		struct kabi_model *model = build_unfinished(
			unions[i].texts, unions[i].texts[2] ? 3 : 2);
		char *text;

		tap_ok(kabi_unite_kind(model->records[0]->kind),
		       "a kind that adds up");
		for (size_t j = 1; j < model->n_records; j++)
			kabi_unite_record(model, model->records[0],
					  model->records[j]);
		text = build_text(model->records[0]);
		tap_string(text, unions[i].united, "what they say together");
		free(text);
		kabi_model_destroy(model);
	}
	tap_ok(!kabi_unite_kind(KABI_KIND_MACRO), "one that does not");
}

int main(void)
{
	test_good();
	test_bad();
	test_type();
	test_unite();
	return tap_finish();
}
