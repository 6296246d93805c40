// SPDX-License-Identifier: GPL-2.0-or-later
/* Inline functions of headers, and how single functions are compiled. */
#include "diff-table.h"

#define BODY1 "\tbody 0000000000000001\n"
#define BODY2 "\tbody 0000000000000002\n"
#define GCC12 "setting compiler\n\tGCC 12.2.0\n"

static const struct diff_case cases[] = {
	{ "a body", "inline f at=include/f.h:1\n\tfunc(int) int\n" BODY1,
	  "inline f at=include/f.h:9\n\tfunc(int) int\n" BODY2,
	  "risk inline-body-changed inline f | body 0000000000000001 -> "
	  "body 0000000000000002 | include/f.h:1 -> include/f.h:9\n",
	  DIFF_VALUES | DIFF_PLACES },
	{ "places are nothing",
	  "inline f at=include/f.h:1\n\tfunc(int) int\n" BODY1,
	  "inline f at=include/g.h:9\n\tfunc(int) int\n" BODY1, "", 0 },
	{ "gone, new", "inline f at=include/f.h:1\n\tfunc(int) int\n" BODY1,
	  "inline g at=include/f.h:1\n\tfunc(int) int\n" BODY1,
	  "source inline-removed inline f | int (int) -> -\n"
	  "note inline-added inline g | - -> int (int)\n",
	  DIFF_VALUES },
	{ "a signature is another body too",
	  "inline f at=include/f.h:1\n\tfunc(*int) int\n" BODY1,
	  "inline f at=include/f.h:1\n\tfunc(long, int) void\n" BODY2,
	  "risk inline-body-changed inline f\n"
	  "  source return-type-changed inline f\n"
	  "  source parameter-type-changed inline f: parameter 1\n"
	  "  source parameter-added inline f: parameter 2\n",
	  0 },
	{ "a signature alone",
	  "inline f at=include/f.h:1\n\tfunc(int) int\n" BODY1,
	  "inline f at=include/f.h:1\n\tfunc[noreturn](...) int\n" BODY1,
	  "source variadic-changed inline f\n"
	  "source function-attribute-changed inline f\n"
	  "source parameter-removed inline f: parameter 1\n",
	  0 },
	{ "not of headers", "inline f at=kernel/f.c:1\n\tfunc(int) int\n" BODY1,
	  "inline f at=kernel/f.c:1\n\tfunc(int) int\n" BODY2
	  "inline g at=kernel/f.c:1\n\tfunc(int) int\n" BODY1,
	  "", 0 },
	{ "of a file and of a header",
	  "inline f at=include/f.h:1\n\tfunc(int) int\n" BODY1 "\tin 9 a.c\n"
	  "inline f at=kernel/f.c:1\n\tfunc(int) int\n" BODY1 "\tin 1 f.c\n",
	  "inline f at=include/f.h:1\n\tfunc(int) int\n" BODY2 "\tin 9 a.c\n"
	  "inline f at=kernel/f.c:1\n\tfunc(int) int\n"
	  "\tbody 0000000000000003\n\tin 1 f.c\n",
	  "risk inline-body-changed inline f | include/f.h:1 -> "
	  "include/f.h:1\n",
	  DIFF_PLACES },
	{ "of a private header",
	  "inline f at=kernel/f.h:1\n\tfunc(int) int\n" BODY1
	  "inline g at=kernel/f.h:1\n\tfunc(int) int\n" BODY1
	  "inline h at=include/f.h:1\n\tfunc(int) int\n" BODY1,
	  "inline f at=kernel/f.h:1\n\tfunc(long) int\n" BODY2,
	  "source inline-removed inline h\n"
	  "note inline-body-changed inline f\n"
	  "  note parameter-type-changed inline f: parameter 1\n"
	  "note inline-removed inline g\n",
	  DIFF_BUILD },
	{ "of a private header, and of one that consumers see",
	  "inline f at=drivers/f.h:1\n\tfunc(int) int\n" BODY1 "\tin 1 f.c\n"
	  "inline f at=include/f.h:2\n\tfunc(int) int\n" BODY2 "\tin 9 a.c\n"
	  "macro M at=drivers/f.h:1\n\t1\n\tin 1 f.c\n"
	  "macro M at=include/f.h:2\n\t2\n\tin 9 a.c\n",
	  "",
	  "source inline-removed inline f | include/f.h:2 -> -\n"
	  "source macro-removed macro M | include/f.h:2 -> -\n",
	  DIFF_BUILD | DIFF_PLACES },
	{ "other versions of one compiler",
	  GCC12 "inline f at=include/f.h:1\n\tfunc(int) int\n" BODY1,
	  "setting compiler\n\tGCC 12.3.1\n"
	  "inline f at=include/f.h:1\n\tfunc(int) int\n" BODY2,
	  "risk inline-body-changed inline f\n"
	  "note compiler-changed setting compiler\n",
	  0 },
	{ "another compiler: bodies cannot be compared",
	  GCC12 "inline f at=include/f.h:1\n\tfunc(int) int\n" BODY1,
	  "setting compiler\n\tGCC 13.1.0\n"
	  "inline f at=include/f.h:1\n\tfunc(long) int\n" BODY2,
	  "risk compiler-changed setting compiler\n"
	  "source parameter-type-changed inline f: parameter 1\n",
	  0 },
	{ "some units by another compiler",
	  GCC12 "\tin 9 a.c\nsetting compiler\n\tGCC 13.1.0\n\tin 1 b.c\n"
		"inline f at=include/f.h:1\n\tfunc(int) int\n" BODY1,
	  GCC12 "inline f at=include/f.h:1\n\tfunc(int) int\n" BODY2, "", 0 },
	{ "variants that both have",
	  "inline f at=include/f.h:1\n\tfunc(int) int\n" BODY1 "\tin 9 a.c\n"
	  "inline f at=include/f.h:1\n\tfunc(int) int\n" BODY2 "\tin 1 b.c\n",
	  "inline f at=include/f.h:1\n\tfunc(int) int\n" BODY2 "\tin 1 b.c\n"
	  "inline f at=include/f.h:1\n\tfunc(int) int\n" BODY1 "\tin 8 a.c\n",
	  "", 0 },
	{ "one of two variants",
	  "inline f at=include/f.h:1\n\tfunc(int) int\n" BODY1 "\tin 9 a.c\n"
	  "inline f at=include/f.h:1\n\tfunc(int) int\n" BODY2 "\tin 1 b.c\n",
	  "inline f at=include/f.h:1\n\tfunc(int) int\n"
	  "\tbody 0000000000000003\n\tin 9 a.c\n"
	  "inline f at=include/f.h:1\n\tfunc(int) int\n" BODY2 "\tin 1 b.c\n",
	  "risk inline-body-changed inline f | body 0000000000000001 -> "
	  "body 0000000000000003\n",
	  DIFF_VALUES },
	{ "an inline function is compiled otherwise",
	  "inline f at=include/f.h:1\n\tfunc(int) int\n" BODY1,
	  "inline f at=include/f.h:1 attributes=naked\n\tfunc(int) int\n" BODY1,
	  "note function-attribute-changed inline f | none -> naked\n",
	  DIFF_VALUES },
	{ "what it names has changed: that is reported there",
	  "inline f at=include/f.h:1\n\tfunc(t) int\n" BODY1
	  "typedef t\n\tint\nexport g license=any\nfunction g role=def\n"
	  "\tfunc(t) int\n",
	  "inline f at=include/f.h:1\n\tfunc(t) int\n" BODY1
	  "typedef t\n\tlong\nexport g license=any\nfunction g role=def\n"
	  "\tfunc(t) int\n",
	  "break typedef-changed typedef t\n"
	  "  break parameter-type-changed function g: parameter 1\n",
	  0 },
	{ "how a function's code is made",
	  "export f license=any\n"
	  "function f role=def attributes=no_sanitize=kernel-address\n"
	  "\tfunc(void) int\n",
	  "export f license=any\n"
	  "function f role=def attributes=no_stack_protector,optimize=O0\n"
	  "\tfunc(void) int\n",
	  "note function-attribute-changed function f | "
	  "no_sanitize=kernel-address -> no_stack_protector optimize=O0 | f "
	  "@0\n",
	  DIFF_VALUES | DIFF_SYMBOLS },
	{ "how a function is entered",
	  "export f license=any\n"
	  "function f role=def attributes=cf_check,no_sanitize=kernel-address\n"
	  "\tfunc(void) int\n",
	  "export f license=any\n"
	  "function f role=def attributes=no_sanitize=kernel-address,"
	  "patchable_function_entry=16:16\n\tfunc(void) int\n",
	  "risk function-attribute-changed function f\n", 0 },
	{ "only NEW's is entered in its own way",
	  "export f license=any\nfunction f role=def\n\tfunc(void) int\n",
	  "export f license=any\nfunction f role=def "
	  "attributes=fentry_name=hook\n\tfunc(void) int\n",
	  "risk function-attribute-changed function f\n", 0 },
	{ "a declaration does not know",
	  "export f license=any\n"
	  "function f role=def attributes=naked\n\tfunc(void) int\n",
	  "export f license=any\nfunction f role=ref\n\tfunc(void) int\n", "",
	  0 },
	{ "functions that nobody can call",
	  "function f role=def vis=hidden attributes=naked\n\tfunc(void) int\n",
	  "function f role=def vis=hidden\n\tfunc(void) int\n", "", 0 },
};

/* Said once, for as many functions as there are. */
static void test_remark(void)
{
	static const char old_records[] = GCC12
		"inline f at=include/f.h:1\n\tfunc(int) int\n" BODY1
		"inline g at=include/f.h:1\n\tfunc(int) int\n" BODY1;
	static const char new_records[] =
		"setting compiler\n\tGCC 13.1.0\n"
		"inline f at=include/f.h:1\n\tfunc(int) int\n" BODY1
		"inline g at=include/f.h:1\n\tfunc(int) int\n" BODY1;
	struct kabi_model *old_model = diff_model(old_records, 0);
	struct kabi_model *new_model = diff_model(new_records, 0);
	struct kabi_diff_options options = { .level = KABI_LEVEL_NOTE };
	struct kabi_changes *changes = NULL;
	struct kabi_error *error =
		kabi_diff(old_model, new_model, &options, &changes);

	tap_ok(!error && changes->n_remarks == 1 &&
		       strstr(changes->remarks[0], "inline functions"),
	       "bodies were not compared");
	kabi_changes_destroy(changes);
	error = kabi_diff(new_model, new_model, &options, &changes);
	tap_ok(!error && !changes->n_remarks, "all was compared");
	kabi_changes_destroy(changes);
	kabi_model_destroy(old_model);
	kabi_model_destroy(new_model);
}

/* One a unit, from "first" up to 199; the caller frees it. */
static char *many_variants(unsigned int first)
{
	struct kabi_strbuf text = KABI_STRBUF_INIT;

	for (unsigned int i = first; i < 200; i++)
		kabi_strbuf_add_format(
			&text,
			"inline f at=include/f.h:1\n\tfunc(int) int\n"
			"\tbody %016x\n\tin %u u%03u.c\n",
			i, i == 150 ? 2 : 1, i);
	return kabi_strbuf_steal(&text);
}

/* Names of modules in a body make as many variants as there are modules. */
static void test_many(void)
{
	kabi_cleanup(kabi_free_cleanup) char *most = many_variants(1);
	kabi_cleanup(kabi_free_cleanup) char *all = many_variants(0);
	const struct diff_case test = { "OLD's are all in NEW", most, all, "",
					0 };

	diff_run(&test);
}

int main(void)
{
	DIFF_RUN(cases);
	test_many();
	test_remark();
	return tap_finish();
}
