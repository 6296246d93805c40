// SPDX-License-Identifier: GPL-2.0-or-later
/* Members that come, go and move; size and alignment; what causes what. */
#include "diff-table.h"

/* An exported function with a pointer to it makes a struct interface. */
#define REACHED                                 \
	"export f license=any\n"                \
	"function f role=def at=kernel/f.c:1\n" \
	"\tfunc(*struct foo) int\n"

static const struct diff_case layouts[] = {
	{ "a member appended",
	  REACHED "struct foo size=4 align=4 at=include/foo.h:1\n"
		  "\t0 a +1 int\n",
	  REACHED "struct foo size=8 align=4 at=include/foo.h:1\n"
		  "\t0 a +1 int\n"
		  "\t4 b +2 int\n",
	  "break member-added struct foo: b | - -> int at offset 4"
	  " | - -> include/foo.h:3 | f @1\n"
	  "  break type-size-changed struct foo | size 4 -> size 8"
	  " | include/foo.h:1 -> include/foo.h:1\n",
	  DIFF_VALUES | DIFF_PLACES | DIFF_SYMBOLS },
	{ "a member inserted",
	  REACHED "struct foo size=12 align=4\n"
		  "\t0 a int\n"
		  "\t4 b int\n"
		  "\t8 c int\n",
	  REACHED "struct foo size=16 align=4\n"
		  "\t0 a int\n"
		  "\t4 x int\n"
		  "\t8 b int\n"
		  "\t12 c int\n",
	  "break member-added struct foo: x\n"
	  "  break member-moved struct foo: b\n"
	  "  break member-moved struct foo: c\n"
	  "  break type-size-changed struct foo\n",
	  0 },
	{ "a member removed",
	  REACHED "struct foo size=12 align=4\n"
		  "\t0 a int\n"
		  "\t4 b int\n"
		  "\t8 c int\n",
	  REACHED "struct foo size=8 align=4\n"
		  "\t0 a int\n"
		  "\t4 c int\n",
	  "break member-removed struct foo: b | int at offset 4 -> -\n"
	  "  break member-moved struct foo: c | offset 8 -> offset 4\n"
	  "  break type-size-changed struct foo | size 12 -> size 8\n",
	  DIFF_VALUES },
	{ "two changes in one struct, each with what follows from it",
	  REACHED "struct foo size=20 align=4\n"
		  "\t0 a int\n"
		  "\t4 b int\n"
		  "\t8 c int\n"
		  "\t12 d int\n"
		  "\t16 e int\n",
	  REACHED "struct foo size=20 align=4\n"
		  "\t0 a int\n"
		  "\t4 x int\n"
		  "\t8 b int\n"
		  "\t12 c int\n"
		  "\t16 e int\n",
	  "break member-removed struct foo: d\n"
	  "break member-added struct foo: x\n"
	  "  break member-moved struct foo: b\n"
	  "  break member-moved struct foo: c\n",
	  0 },
	{ "gone from the end, behind a member without size",
	  REACHED "struct foo size=16 align=8\n"
		  "\t0 a long\n"
		  "\t8 none struct nothing\n"
		  "\t8 gone int\n"
		  "struct nothing size=0 align=1\n",
	  REACHED "struct foo size=8 align=8\n"
		  "\t0 a long\n"
		  "\t8 none struct nothing\n"
		  "struct nothing size=0 align=1\n",
	  "break member-removed struct foo: gone\n"
	  "  break type-size-changed struct foo\n",
	  0 },
	{ "the same place, but more alignment",
	  REACHED "struct foo size=8 align=4\n"
		  "\t0 old [2]int\n",
	  REACHED "struct foo size=8 align=8\n"
		  "\t0 new long\n",
	  "break member-added struct foo: new\n"
	  "  break type-alignment-changed struct foo\n"
	  "break member-removed struct foo: old\n",
	  0 },
	{ "a member in padding",
	  REACHED "struct foo size=16 align=8\n"
		  "\t0 a int\n"
		  "\t8 b long\n",
	  REACHED "struct foo size=16 align=8\n"
		  "\t0 a int\n"
		  "\t4 x int\n"
		  "\t8 b long\n",
	  "risk padding-used struct foo: x\n", 0 },
	{ "a member in the padding at the end",
	  REACHED "struct foo size=16 align=8\n"
		  "\t0 b long\n"
		  "\t8 a int\n",
	  REACHED "struct foo size=16 align=8\n"
		  "\t0 b long\n"
		  "\t8 a int\n"
		  "\t12 x int\n",
	  "risk padding-used struct foo: x\n", 0 },
	{ "one in the padding at the end, another one behind it",
	  REACHED "struct foo size=16 align=8\n"
		  "\t0 b long\n"
		  "\t8 a int\n",
	  REACHED "struct foo size=24 align=8\n"
		  "\t0 b long\n"
		  "\t8 a int\n"
		  "\t12 x int\n"
		  "\t16 y int\n",
	  "break member-added struct foo: y\n"
	  "  break type-size-changed struct foo\n"
	  "risk padding-used struct foo: x\n",
	  0 },
	{ "a bit-field in unused bits",
	  REACHED "struct foo size=4 align=4\n"
		  "\t0:0 a:3 unsigned int\n",
	  REACHED "struct foo size=4 align=4\n"
		  "\t0:0 a:3 unsigned int\n"
		  "\t0:3 b:2 unsigned int\n",
	  "risk padding-used struct foo: b\n", 0 },
	{ "in the place of a removed member",
	  REACHED "struct foo size=16 align=8\n"
		  "\t0 a long\n"
		  "\t8 b long\n",
	  REACHED "struct foo size=16 align=8\n"
		  "\t0 a long\n"
		  "\t8 x int\n"
		  "\t12 y [4]char\n",
	  "break member-removed struct foo: b\n"
	  "note member-added struct foo: x\n"
	  "note member-added struct foo: y\n",
	  0 },
	{ "a flexible array at the end",
	  REACHED "struct foo size=4 align=4\n"
		  "\t0 a int\n",
	  REACHED "struct foo size=4 align=4\n"
		  "\t0 a int\n"
		  "\t4 tail []int\n",
	  "note member-added struct foo: tail\n", 0 },
	{ "a member in a union that it fits",
	  REACHED "struct foo size=8 align=8\n"
		  "\t0 - union size=8 align=8 {\n"
		  "\t\t0 p *void\n"
		  "\t\t0 q int\n"
		  "\t}\n",
	  REACHED "struct foo size=8 align=8\n"
		  "\t0 - union size=8 align=8 {\n"
		  "\t\t0 p *void\n"
		  "\t\t0 q int\n"
		  "\t\t0 r long\n"
		  "\t}\n",
	  "note member-added struct foo: r\n", 0 },
	{ "a member in a union that it does not fit",
	  REACHED "struct foo size=24 align=8\n"
		  "\t0 u union size=8 align=8 {\n"
		  "\t\t0 p *void\n"
		  "\t}\n"
		  "\t8 z long\n"
		  "\t16 zz long\n",
	  REACHED "struct foo size=32 align=8\n"
		  "\t0 u union size=16 align=8 {\n"
		  "\t\t0 p *void\n"
		  "\t\t0 a [2]long\n"
		  "\t}\n"
		  "\t16 z long\n"
		  "\t24 zz long\n",
	  "break member-added union foo::u: a\n"
	  "  break type-size-changed union foo::u\n"
	  "  break member-moved struct foo: z\n"
	  "  break member-moved struct foo: zz\n"
	  "  break type-size-changed struct foo\n",
	  0 },
	{ "what made a union larger, beside what is gone",
	  REACHED "struct foo size=8 align=8\n"
		  "\t0 u union size=8 align=8 {\n"
		  "\t\t0 p *void\n"
		  "\t\t0 z long\n"
		  "\t}\n",
	  REACHED "struct foo size=16 align=8\n"
		  "\t0 u union size=16 align=8 {\n"
		  "\t\t0 a [2]long\n"
		  "\t\t0 p *void\n"
		  "\t}\n",
	  "break member-added union foo::u: a\n"
	  "  break type-size-changed union foo::u\n"
	  "  break type-size-changed struct foo\n"
	  "break member-removed union foo::u: z\n",
	  0 },
	{ "the same in a nameless union",
	  REACHED "struct foo size=16 align=8\n"
		  "\t0 - union size=8 align=8 {\n"
		  "\t\t0 p *void\n"
		  "\t\t0 q *void\n"
		  "\t}\n"
		  "\t8 z long\n",
	  REACHED "struct foo size=24 align=8\n"
		  "\t0 - union size=16 align=8 {\n"
		  "\t\t0 p *void\n"
		  "\t\t0 a [2]long\n"
		  "\t\t0 q *void\n"
		  "\t}\n"
		  "\t16 z long\n",
	  "break member-added struct foo: a\n"
	  "  break member-moved struct foo: z\n"
	  "  break type-size-changed struct foo\n",
	  0 },
	{ "one member taken to another place",
	  REACHED "struct foo size=16 align=4\n"
		  "\t0 a int\n"
		  "\t4 b int\n"
		  "\t8 c int\n"
		  "\t12 d int\n",
	  REACHED "struct foo size=16 align=4\n"
		  "\t0 d int\n"
		  "\t4 a int\n"
		  "\t8 b int\n"
		  "\t12 c int\n",
	  "break member-moved struct foo: d\n"
	  "  break member-moved struct foo: a\n"
	  "  break member-moved struct foo: b\n"
	  "  break member-moved struct foo: c\n",
	  0 },
	{ "two members of one size swapped",
	  REACHED "struct foo size=16 align=4\n"
		  "\t0 a int\n"
		  "\t4 b int\n"
		  "\t8 c int\n"
		  "\t12 d int\n",
	  REACHED "struct foo size=16 align=4\n"
		  "\t0 d int\n"
		  "\t4 b int\n"
		  "\t8 c int\n"
		  "\t12 a int\n",
	  "break member-moved struct foo: a\n"
	  "break member-moved struct foo: d\n",
	  0 },
	{ "the first and the last swapped around one that stays",
	  REACHED "struct foo size=24 align=8\n"
		  "\t0 a int\n"
		  "\t8 e long\n"
		  "\t16 c int\n",
	  REACHED "struct foo size=24 align=8\n"
		  "\t0 c int\n"
		  "\t8 e long\n"
		  "\t16 a int\n",
	  "break member-moved struct foo: a\n"
	  "break member-moved struct foo: c\n",
	  0 },
	{ "alignment alone",
	  REACHED "struct foo size=64 align=8\n"
		  "\t0 a [8]long\n",
	  REACHED "struct foo size=64 align=64\n"
		  "\t0 a [8]long\n",
	  "break type-alignment-changed struct foo"
	  " | alignment 8 -> alignment 64\n",
	  DIFF_VALUES },
	{ "alignment makes it larger",
	  REACHED "struct foo size=40 align=8\n"
		  "\t0 a [5]long\n",
	  REACHED "struct foo size=64 align=64\n"
		  "\t0 a [5]long\n",
	  "break type-alignment-changed struct foo\n"
	  "  break type-size-changed struct foo\n",
	  0 },
	{ "packed",
	  REACHED "struct foo size=12 align=4\n"
		  "\t0 a char\n"
		  "\t4 b int\n"
		  "\t8 c int\n",
	  REACHED "struct foo size=9 align=1\n"
		  "\t0 a char\n"
		  "\t1 b int\n"
		  "\t5 c int\n",
	  "break type-alignment-changed struct foo\n"
	  "  break member-moved struct foo: b\n"
	  "  break member-moved struct foo: c\n"
	  "  break type-size-changed struct foo\n",
	  0 },
	{ "a member that asks for more alignment",
	  REACHED "struct foo size=12 align=4\n"
		  "\t0 a int\n"
		  "\t4 b int\n"
		  "\t8 c int\n",
	  REACHED "struct foo size=32 align=16\n"
		  "\t0 a int\n"
		  "\t16 b int\n"
		  "\t20 c int\n",
	  "break member-moved struct foo: b\n"
	  "  break member-moved struct foo: c\n"
	  "  break type-alignment-changed struct foo\n"
	  "  break type-size-changed struct foo\n",
	  0 },
};

/* Which of two alike is called the cause must not depend on the side. */
static void test_swap(void)
{
	struct kabi_model *a = diff_model(REACHED "struct foo size=8 align=4\n"
						  "\t0 p int\n"
						  "\t4 q int\n",
					  0);
	struct kabi_model *b = diff_model(REACHED "struct foo size=8 align=4\n"
						  "\t0 q int\n"
						  "\t4 p int\n",
					  0);
	char *there = diff_models(a, b, 0);
	char *back = diff_models(b, a, 0);

	tap_string(back, there, "two members swapped, and the sides");
	tap_ok(strstr(there, "\n  break member-moved struct foo: "),
	       "one of them is the cause");
	free(there);
	free(back);
	kabi_model_destroy(a);
	kabi_model_destroy(b);
}

int main(void)
{
	DIFF_RUN(layouts);
	test_swap();
	return tap_finish();
}
