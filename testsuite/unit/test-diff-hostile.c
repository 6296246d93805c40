// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Models that no compiler makes, but a file can hold: the differ must come to
 * an end, soon, and without a crash. What it reports does not matter.
 */
#include "diff-table.h"

#include <time.h>

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return now.tv_sec + now.tv_nsec * 1e-9;
}

/* Both ways, in a time that only an algorithm of the wrong kind exceeds. */
static void survive(const char *what, const char *old_records,
		    const char *new_records)
{
	double start = seconds();
	struct kabi_model *old_model = diff_model(old_records, 0);
	struct kabi_model *new_model = diff_model(new_records, 0);
	char *there = diff_models(old_model, new_model, DIFF_ALL_TYPES);
	char *back = diff_models(new_model, old_model, DIFF_ALL_TYPES);

	tap_ok(there && back && *there && *back, "%s: compared", what);
	tap_ok(seconds() - start < 20, "%s: in %.1f s", what,
	       seconds() - start);
	free(there);
	free(back);
	kabi_model_destroy(old_model);
	kabi_model_destroy(new_model);
}

static void test_cycles(void)
{
	survive("structs that hold each other",
		"struct a size=8 align=8\n\t0 b struct b\n"
		"struct b size=8 align=8\n\t0 a struct a\n"
		"export v license=any\n"
		"variable v role=def size=8\n\tstruct a\n",
		"struct a size=16 align=8\n\t0 b struct b\n\t8 x long\n"
		"struct b size=16 align=8\n\t0 a [3]struct a\n"
		"export v license=any\n"
		"variable v role=def size=16\n\tstruct b\n");
	survive("a huge array of itself",
		"struct a size=4 align=4\n\t0 b [1000000000]struct a\n",
		"struct a size=4 align=4\n\t0 b [1000000000]struct c\n"
		"struct c size=4 align=4\n\t0 x int\n\t0 y char\n");
	survive("sizes and offsets at the end of their range",
		"struct a size=9223372036854775807 align=1\n"
		"\t9223372036854775806 c char\n",
		"struct a size=1 align=4611686018427387904\n"
		"\t9223372036854775807 c [9223372036854775807]char\n"
		"\t9223372036854775807:7 d:9 int\n");
}

/* Every name stands for two of the one below. */
static char *explosion(const char *leaf)
{
	struct kabi_strbuf buf = KABI_STRBUF_INIT;

	kabi_strbuf_add_format(&buf, "typedef t0%s\n\t*func(%s) %s\n", leaf,
			       leaf, leaf);
	for (int i = 1; i < 60; i++)
		kabi_strbuf_add_format(
			&buf, "typedef t%d%s\n\t*func(t%d%s, t%d%s) t%d%s\n", i,
			leaf, i - 1, leaf, i - 1, leaf, i - 1, leaf);
	kabi_strbuf_add_format(&buf, "struct a size=8 align=8\n\t0 p t59%s\n",
			       leaf);
	for (int i = 0; i < 40; i++)
		kabi_strbuf_add_format(&buf,
				       "struct b%d%s size=%llu align=4\n"
				       "\t0 x %s\n\t0 y %s\n",
				       i, leaf, 4ull << i, i ? "z" : leaf,
				       i ? "z" : leaf);
	return kabi_strbuf_steal(&buf);
}

static void test_explosion(void)
{
	char *old_records = explosion("int");
	char *new_records = explosion("long");

	survive("signatures of signatures", old_records, new_records);
	free(old_records);
	free(new_records);
}

/* n members, or enumerators, or enums; NEW in the reverse order. */
static char *many(const char *kind, int n, bool reverse)
{
	struct kabi_strbuf buf = KABI_STRBUF_INIT;
	bool is_struct = !strcmp(kind, "struct");

	if (is_struct)
		kabi_strbuf_add_format(&buf, "struct a size=%d align=4\n",
				       4 * n + reverse);
	else if (!strcmp(kind, "enum"))
		kabi_strbuf_add(&buf, "enum a size=4 signed=0\n");
	for (int i = 0; i < n; i++) {
		int name = reverse ? n - 1 - i : i;

		if (is_struct)
			kabi_strbuf_add_format(&buf, "\t%d m%d int\n", 4 * i,
					       name);
		else if (!strcmp(kind, "enum"))
			kabi_strbuf_add_format(&buf, "\tE%d %d\n", name, i);
		else
			kabi_strbuf_add_format(
				&buf,
				"enum {E%d%s} size=4 signed=0 at=e.h:1\n"
				"\tE%d%s %d\n",
				i, kind, i, kind, reverse ? -i - 1 : i);
	}
	return kabi_strbuf_steal(&buf);
}

static void test_many(const char *what, const char *old_kind,
		      const char *new_kind, int n)
{
	char *old_records = many(old_kind, n, false);
	char *new_records = many(new_kind, n, true);

	survive(what, old_records, new_records);
	free(old_records);
	free(new_records);
}

/* Members of one union, all of them renamed. */
static char *wide_union(const char *prefix, int n)
{
	struct kabi_strbuf buf = KABI_STRBUF_INIT;

	kabi_strbuf_add(&buf, "union a size=4 align=4\n");
	for (int i = 0; i < n; i++)
		kabi_strbuf_add_format(&buf, "\t0 %s%d int\n", prefix, i);
	return kabi_strbuf_steal(&buf);
}

/* Layouts of one struct, each in one unit; no two of them are equal. */
static char *variants(const char *prefix, int n)
{
	struct kabi_strbuf buf = KABI_STRBUF_INIT;

	for (int i = 0; i < n; i++)
		kabi_strbuf_add_format(&buf,
				       "struct a size=4 align=4\n"
				       "\t0 %s%d int\n\tin 1 u%06d.c\n",
				       prefix, i, i);
	return kabi_strbuf_steal(&buf);
}

int main(void)
{
	char *old_union = wide_union("a", 50000);
	char *new_union = wide_union("b", 50000);
	char *old_variants = variants("a", 30000);
	char *new_variants = variants("b", 30000);

	test_cycles();
	test_explosion();
	test_many("members in the reverse order", "struct", "struct", 50000);
	test_many("enumerators in the reverse order", "enum", "enum", 50000);
	test_many("untagged enums without a common name", "A", "B", 50000);
	survive("a wide union, all renamed", old_union, new_union);
	survive("one tag, many layouts", old_variants, new_variants);
	free(old_union);
	free(new_union);
	free(old_variants);
	free(new_variants);
	return tap_finish();
}
