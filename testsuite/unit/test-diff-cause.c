// SPDX-License-Identifier: GPL-2.0-or-later
/* Options that a change depends on. */
#include "diff-table.h"

#define EXPORT                                        \
	"export f license=any\nfunction f role=def\n" \
	"\tfunc(*struct s) int\n"
#define STRUCT                                         \
	"struct s size=16 align=8 at=include/s.h:10\n" \
	"\t0 a +1 long\n"
#define WITH_B STRUCT "\t8 b +5 long\n"
#define WITH_C STRUCT "\t8 c +5 long\n"
/* Around lines 14 to 16, and around all. */
#define IF                                             \
	"conditions include/s.h\n\t1 100 CONFIG_ALL\n" \
	"\t14 16 CONFIG_B CONFIG_C\n"

/* A change of a macro's value, that may depend on CONFIG_A. */
#define MACRO(n) "macro M at=include/m.h:5 config=CONFIG_A\n\t" #n "\n"
#define CHANGED "break macro-value-changed macro M"
#define A_IS(value) "config CONFIG_A\n\t" value "\n"
#define A_UNSET "config CONFIG_A\n"

static const struct diff_case cases[] = {
	{ "a member in a range",
	  EXPORT WITH_B IF "config CONFIG_B\n\t1\nconfig CONFIG_C\n"
			   "config CONFIG_ALL\n\t1\n",
	  EXPORT WITH_C IF "config CONFIG_B\nconfig CONFIG_C\n\t1\n"
			   "config CONFIG_ALL\n\t1\n",
	  "source member-renamed struct s: b | CONFIG_B: y -> n, CONFIG_C: n "
	  "-> y\n",
	  DIFF_CAUSES },
	{ "lines are each side's own",
	  EXPORT STRUCT "\t8 b +5 long\nconditions include/s.h\n"
			"\t15 15 CONFIG_B\nconfig CONFIG_B\n\t1\n",
	  EXPORT "struct s size=8 align=8 at=include/t.h:80\n\t0 a +1 long\n"
		 "conditions include/t.h\n\t81 81 CONFIG_A\n"
		 "config CONFIG_B\nconfig CONFIG_A\n\t1\n",
	  "break member-removed struct s: b | CONFIG_B: y -> n\n"
	  "  break type-size-changed struct s\n",
	  DIFF_CAUSES },
	{ "a range that begins behind it, one that ends before it",
	  EXPORT WITH_B "conditions include/s.h\n\t1 14 CONFIG_A\n"
			"\t16 20 CONFIG_A\n" A_IS("1"),
	  EXPORT WITH_C A_UNSET, "source member-renamed struct s: b\n",
	  DIFF_CAUSES },
	{ "another header's range",
	  EXPORT WITH_B "conditions include/t.h\n\t1 100 CONFIG_A\n" A_IS("1"),
	  EXPORT WITH_C A_UNSET, "source member-renamed struct s: b\n",
	  DIFF_CAUSES },
	{ "the same option on both sides",
	  EXPORT WITH_B "conditions include/s.h\n\t1 100 CONFIG_A\n" A_IS("1"),
	  EXPORT WITH_C A_IS("1"), "source member-renamed struct s: b\n",
	  DIFF_CAUSES },
	{ "what follows has causes of its own",
	  EXPORT "struct s size=16 align=8 at=include/s.h:10\n"
		 "\t0 a +1 long\n\t8 z +9 long\n"
		 "conditions include/s.h\n\t10 11 CONFIG_A\n" A_IS("1"),
	  EXPORT
	  "struct s size=8 align=8 at=include/s.h:10\n\t0 z +9 long\n" A_UNSET,
	  "break member-removed struct s: a | CONFIG_A: y -> n\n"
	  "  break member-moved struct s: z\n"
	  "  break type-size-changed struct s | CONFIG_A: y -> n\n",
	  DIFF_CAUSES },
	{ "an enumerator",
	  "enum e size=4 signed=0 at=include/e.h:1\n\tA 0 +1\n\tB 1 +3\n"
	  "conditions include/e.h\n\t3 5 CONFIG_A\n" A_IS("1"),
	  "enum e size=4 signed=0 at=include/e.h:1\n\tA 0 +1\n" A_UNSET,
	  "break enumerator-removed enum e: B | CONFIG_A: y -> n\n",
	  DIFF_CAUSES },
	{ "an inline function",
	  "inline f at=include/i.h:3\n\tfunc(void) int\n"
	  "\tbody 0000000000000001\nconditions include/i.h\n"
	  "\t1 20 CONFIG_A\n" A_IS("1"),
	  "inline f at=include/i.h:9\n\tfunc(void) int\n"
	  "\tbody 0000000000000002\nconditions include/i.h\n"
	  "\t1 20 CONFIG_A\n" A_UNSET,
	  "risk inline-body-changed inline f | CONFIG_A: y -> n\n",
	  DIFF_CAUSES },
	{ "a macro that is gone",
	  "macro M at=include/m.h:5\n\t1\nconditions include/m.h\n"
	  "\t4 6 CONFIG_A\n" A_IS("1"),
	  A_UNSET, "source macro-removed macro M | CONFIG_A: y -> n\n",
	  DIFF_CAUSES },
	{ "what a value is made from", MACRO(1) A_IS("1"), MACRO(2) A_UNSET,
	  CHANGED " | CONFIG_A: y -> n\n", DIFF_CAUSES },
	{ "numbers", MACRO(1) A_IS("100"), MACRO(2) A_IS("250"),
	  CHANGED " | CONFIG_A: 100 -> 250\n", DIFF_CAUSES },
	{ "a number that is 1", MACRO(1) A_IS("64"), MACRO(2) A_IS("1"),
	  CHANGED " | CONFIG_A: 64 -> 1\n", DIFF_CAUSES },
	{ "a number that is not set", MACRO(1) A_IS("64"), MACRO(2) A_UNSET,
	  CHANGED " | CONFIG_A: 64 -> not set\n", DIFF_CAUSES },
	{ "texts", MACRO(1) A_IS("\"a\\\"\""), MACRO(2) A_IS("\"b\""),
	  CHANGED " | CONFIG_A: \"a\\\"\" -> \"b\"\n", DIFF_CAUSES },
	{ "a module now", MACRO(1) A_IS("1") "config CONFIG_A_MODULE\n",
	  MACRO(2) A_UNSET "config CONFIG_A_MODULE\n\t1\n",
	  CHANGED " | CONFIG_A: y -> m\n", DIFF_CAUSES },
	{ "asked for as a module",
	  "macro M at=include/m.h:5 config=CONFIG_A,CONFIG_A_MODULE\n\t1\n" A_UNSET
	  "config CONFIG_A_MODULE\n\t1\n",
	  MACRO(2) A_UNSET "config CONFIG_A_MODULE\n",
	  CHANGED " | CONFIG_A: m -> n\n", DIFF_CAUSES },
	{ "only ever asked for as a module",
	  "macro M at=include/m.h:5 config=CONFIG_A_MODULE\n\t1\n"
	  "config CONFIG_A_MODULE\n\t1\n",
	  MACRO(2) "config CONFIG_A_MODULE\n",
	  CHANGED " | CONFIG_A_MODULE: y -> n\n", DIFF_CAUSES },
	{ "one side knows nothing of it", MACRO(1) A_IS("1"), MACRO(2),
	  CHANGED "\n", DIFF_CAUSES },
	{ "what most units have",
	  MACRO(1) "config CONFIG_A\n\t1\n\tin 2 b.c\n"
		   "config CONFIG_A\n\tin 9 a.c\n",
	  MACRO(2) A_IS("1"), CHANGED " | CONFIG_A: n -> y\n", DIFF_CAUSES },
};

int main(void)
{
	DIFF_RUN(cases);
	return tap_finish();
}
