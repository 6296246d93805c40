// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What follows from a change elsewhere: holders by value, users of typedefs;
 * types that became another kind, or opaque, or are nobody's business.
 */
#include "diff-table.h"

#define REACHED                                 \
	"export f license=any\n"                \
	"function f role=def at=kernel/f.c:1\n" \
	"\tfunc(*struct outer) int\n"

#define INNER_OLD                       \
	"struct inner size=4 align=4\n" \
	"\t0 a int\n"
#define INNER_NEW                       \
	"struct inner size=8 align=4\n" \
	"\t0 a int\n"                   \
	"\t4 b int\n"

static const struct diff_case holders[] = {
	{ "a holder by value, and its holder, and a variable",
	  REACHED INNER_OLD "struct outer size=8 align=4\n"
			    "\t0 i struct inner\n"
			    "\t4 x int\n"
			    "struct outest size=24 align=8\n"
			    "\t0 o [2]struct outer\n"
			    "\t16 p *struct inner\n"
			    "export v license=any\n"
			    "variable v role=def size=24\n"
			    "\tstruct outest\n",
	  REACHED INNER_NEW "struct outer size=12 align=4\n"
			    "\t0 i struct inner\n"
			    "\t8 x int\n"
			    "struct outest size=32 align=8\n"
			    "\t0 o [2]struct outer\n"
			    "\t24 p *struct inner\n"
			    "export v license=any\n"
			    "variable v role=def size=32\n"
			    "\tstruct outest\n",
	  "break member-added struct inner: b | f v @0\n"
	  "  break type-size-changed struct inner\n"
	  "  break member-moved struct outer: x\n"
	  "  break type-size-changed struct outer\n"
	  "  break member-moved struct outest: p\n"
	  "  break type-size-changed struct outest\n"
	  "  break variable-size-changed variable v\n",
	  DIFF_SYMBOLS },
	{ "a holder whose padding takes it",
	  REACHED INNER_OLD "struct outer size=16 align=8\n"
			    "\t0 i struct inner\n"
			    "\t8 x long\n",
	  REACHED INNER_NEW "struct outer size=16 align=8\n"
			    "\t0 i struct inner\n"
			    "\t8 x long\n",
	  "break member-added struct inner: b\n"
	  "  break type-size-changed struct inner\n",
	  0 },
	{ "a holder with a change of its own",
	  REACHED INNER_OLD "struct outer size=12 align=4\n"
			    "\t0 i struct inner\n"
			    "\t4 x int\n"
			    "\t8 y int\n",
	  REACHED INNER_NEW "struct outer size=20 align=4\n"
			    "\t0 i struct inner\n"
			    "\t8 x int\n"
			    "\t12 new int\n"
			    "\t16 y int\n",
	  "break member-added struct inner: b\n"
	  "  break type-size-changed struct inner\n"
	  "  break member-moved struct outer: x\n"
	  "break member-added struct outer: new\n"
	  "  break member-moved struct outer: y\n"
	  "  break type-size-changed struct outer\n",
	  0 },
	{ "only the alignment of what it holds",
	  REACHED "struct inner size=8 align=8\n"
		  "\t0 a long\n"
		  "struct outer size=16 align=8\n"
		  "\t0 c int\n"
		  "\t8 i struct inner\n",
	  REACHED "struct inner size=8 align=1\n"
		  "\t0 a long\n"
		  "struct outer size=12 align=4\n"
		  "\t0 c int\n"
		  "\t4 i struct inner\n",
	  "break type-alignment-changed struct inner\n"
	  "  break member-moved struct outer: i\n"
	  "  break type-alignment-changed struct outer\n"
	  "  break type-size-changed struct outer\n",
	  0 },
	{ "an untagged struct of a named member, and one in it",
	  REACHED "struct outer size=12 align=4\n"
		  "\t0 in struct size=8 align=4 {\n"
		  "\t\t0 a int\n"
		  "\t\t4 deep union size=4 align=4 {\n"
		  "\t\t\t0 x int\n"
		  "\t\t}\n"
		  "\t}\n"
		  "\t8 z int\n",
	  REACHED "struct outer size=16 align=4\n"
		  "\t0 in struct size=12 align=4 {\n"
		  "\t\t0 a int\n"
		  "\t\t4 deep union size=8 align=4 {\n"
		  "\t\t\t0 x int\n"
		  "\t\t\t0 y [2]int\n"
		  "\t\t}\n"
		  "\t}\n"
		  "\t12 z int\n",
	  "break member-added union outer::in::deep: y\n"
	  "  break type-size-changed union outer::in::deep\n"
	  "  break member-moved struct outer: z\n"
	  "  break type-size-changed struct outer\n"
	  "  break type-size-changed struct outer::in\n",
	  0 },
	{ "an enum that grew in its holder",
	  REACHED "enum e size=1 signed=0\n"
		  "\tA 0\n"
		  "struct outer size=2 align=1\n"
		  "\t0 e enum e\n"
		  "\t1 c char\n",
	  REACHED "enum e size=2 signed=0\n"
		  "\tA 0\n"
		  "\tB 256\n"
		  "struct outer size=4 align=2\n"
		  "\t0 e enum e\n"
		  "\t2 c char\n",
	  "break enumerator-added enum e: B\n"
	  "  break enum-size-changed enum e\n"
	  "  break member-moved struct outer: c\n"
	  "  break type-alignment-changed struct outer\n"
	  "  break type-size-changed struct outer\n",
	  0 },
};

static const struct diff_case typedefs[] = {
	{ "a typedef of another size, and its users",
	  "export f license=any\n"
	  "function f role=def\n"
	  "\tfunc(*struct outer, foo_t, *foo_t) foo_t\n"
	  "export v license=any\n"
	  "variable v role=def size=8\n"
	  "\t[2]foo_t\n"
	  "typedef foo_t at=include/t.h:3\n"
	  "\tint\n"
	  "typedef bar_t\n"
	  "\tfoo_t\n"
	  "struct outer size=16 align=8\n"
	  "\t0 a foo_t\n"
	  "\t4 b int\n"
	  "\t8 p *foo_t\n",
	  "export f license=any\n"
	  "function f role=def\n"
	  "\tfunc(*struct outer, foo_t, *foo_t) foo_t\n"
	  "export v license=any\n"
	  "variable v role=def size=16\n"
	  "\t[2]foo_t\n"
	  "typedef foo_t at=include/t.h:3\n"
	  "\tlong\n"
	  "typedef bar_t\n"
	  "\tfoo_t\n"
	  "struct outer size=24 align=8\n"
	  "\t0 a foo_t\n"
	  "\t8 b int\n"
	  "\t16 p *foo_t\n",
	  "break typedef-changed typedef foo_t | f v @0\n"
	  "  break return-type-changed function f\n"
	  "  break parameter-type-changed function f: parameter 2\n"
	  "  break member-size-changed struct outer: a\n"
	  "  break member-moved struct outer: b\n"
	  "  break member-moved struct outer: p\n"
	  "  break type-size-changed struct outer\n"
	  "  break variable-size-changed variable v\n",
	  DIFF_SYMBOLS },
	{ "a typedef of the same representation, through another typedef",
	  REACHED "typedef foo_t\n"
		  "\tint\n"
		  "typedef bar_t\n"
		  "\tfoo_t\n"
		  "struct outer size=4 align=4\n"
		  "\t0 a bar_t\n",
	  REACHED "typedef foo_t\n"
		  "\tunsigned int\n"
		  "typedef bar_t\n"
		  "\tfoo_t\n"
		  "struct outer size=4 align=4\n"
		  "\t0 a bar_t\n",
	  "risk typedef-changed typedef foo_t | int -> unsigned int\n"
	  "  risk member-type-changed struct outer: a | int -> unsigned int\n"
	  "  risk typedef-changed typedef bar_t | int -> unsigned int\n",
	  DIFF_VALUES },
	{ "a typedef of an untagged struct",
	  REACHED "typedef foo_t at=include/t.h:1\n"
		  "\tstruct size=4 align=4 {\n"
		  "\t\t0 a +1 int\n"
		  "\t}\n"
		  "struct outer size=8 align=4\n"
		  "\t0 f foo_t\n"
		  "\t4 z int\n",
	  REACHED "typedef foo_t at=include/t.h:1\n"
		  "\tstruct size=8 align=4 {\n"
		  "\t\t0 a +1 int\n"
		  "\t\t4 b +2 int\n"
		  "\t}\n"
		  "struct outer size=12 align=4\n"
		  "\t0 f foo_t\n"
		  "\t8 z int\n",
	  "break member-added typedef foo_t: b\n"
	  "  break type-size-changed typedef foo_t\n"
	  "  break member-moved struct outer: z\n"
	  "  break type-size-changed struct outer\n",
	  0 },
	{ "a typedef's struct got a tag",
	  REACHED "typedef foo_t\n"
		  "\tstruct size=4 align=4 {\n"
		  "\t\t0 a int\n"
		  "\t}\n"
		  "struct outer size=4 align=4\n"
		  "\t0 f foo_t\n",
	  REACHED "typedef foo_t\n"
		  "\tstruct foo\n"
		  "struct foo size=4 align=4\n"
		  "\t0 a int\n"
		  "struct outer size=4 align=4\n"
		  "\t0 f foo_t\n",
	  "", 0 },
	{ "a typedef of a struct became an integer",
	  REACHED "typedef foo_t\n"
		  "\tstruct size=8 align=8 {\n"
		  "\t\t0 a long\n"
		  "\t}\n"
		  "struct outer size=8 align=8\n"
		  "\t0 f foo_t\n",
	  REACHED "typedef foo_t\n"
		  "\tlong\n"
		  "struct outer size=8 align=8\n"
		  "\t0 f foo_t\n",
	  "break type-kind-changed typedef foo_t | struct -> integer\n"
	  "  break member-type-changed struct outer: f | struct { ... } -> long\n",
	  DIFF_VALUES },
	{ "a typedef of a pointer to a function",
	  REACHED "typedef cb_t\n"
		  "\t*func(int) int\n"
		  "struct outer size=8 align=8\n"
		  "\t0 cb cb_t\n",
	  REACHED "typedef cb_t\n"
		  "\t*func(int, int) int\n"
		  "struct outer size=8 align=8\n"
		  "\t0 cb cb_t\n",
	  "break typedef-changed typedef cb_t\n"
	  "  break member-type-changed struct outer: cb\n",
	  0 },
	{ "a member with another typedef",
	  REACHED "typedef a_t\n"
		  "\tint\n"
		  "struct outer size=8 align=4\n"
		  "\t0 a a_t\n"
		  "\t4 b int\n",
	  REACHED "typedef b_t\n"
		  "\tshort\n"
		  "struct outer size=8 align=4\n"
		  "\t0 a b_t\n"
		  "\t4 b int\n",
	  "break member-size-changed struct outer: a\n", 0 },
};

static const struct diff_case kinds[] = {
	{ "a struct became a union",
	  REACHED "struct outer size=4 align=4\n"
		  "\t0 i struct inner\n" INNER_OLD,
	  REACHED "struct outer size=4 align=4\n"
		  "\t0 i union inner\n"
		  "union inner size=4 align=4\n"
		  "\t0 a int\n",
	  "break type-kind-changed struct inner"
	  " | struct inner -> union inner\n"
	  "  break member-type-changed struct outer: i"
	  " | struct inner -> union inner\n",
	  DIFF_VALUES },
	{ "a pointer to what became a union",
	  REACHED "struct outer size=8 align=8\n"
		  "\t0 i *struct inner\n" INNER_OLD,
	  REACHED "struct outer size=8 align=8\n"
		  "\t0 i *union inner\n"
		  "union inner size=4 align=4\n"
		  "\t0 a int\n",
	  "break type-kind-changed struct inner\n", 0 },
	{ "completed", REACHED,
	  REACHED "struct outer size=4 align=4 at=include/o.h:1\n"
		  "\t0 a int\n",
	  "note type-completed struct outer | - -> include/o.h:1 | f @1\n",
	  DIFF_PLACES | DIFF_SYMBOLS },
	{ "hidden",
	  REACHED "struct outer size=4 align=4 at=include/o.h:1\n"
		  "\t0 a int\n",
	  REACHED,
	  "source type-hidden struct outer | include/o.h:1 -> - | f @1\n",
	  DIFF_PLACES | DIFF_SYMBOLS },
	{ "not reached, but asked for", INNER_OLD, INNER_NEW,
	  "break member-added struct inner: b | @-\n"
	  "  break type-size-changed struct inner\n",
	  DIFF_ALL_TYPES | DIFF_SYMBOLS },
};

static const struct diff_case privates[] = {
	{ "a private type is a note with all that follows in it",
	  REACHED "struct outer size=8 align=4 at=kernel/private.h:1\n"
		  "\t0 a int\n"
		  "\t4 b int\n",
	  REACHED "struct outer size=12 align=4 at=kernel/private.h:1\n"
		  "\t0 a int\n"
		  "\t4 x int\n"
		  "\t8 b int\n",
	  "note member-added struct outer: x\n"
	  "  note member-moved struct outer: b\n"
	  "  note type-size-changed struct outer\n",
	  DIFF_BUILD },
	{ "the same from loose objects",
	  REACHED "struct outer size=4 align=4 at=kernel/private.c:1\n"
		  "\t0 a int\n",
	  REACHED "struct outer size=8 align=4 at=kernel/private.c:1\n"
		  "\t0 a int\n"
		  "\t4 x int\n",
	  "break member-added struct outer: x\n"
	  "  break type-size-changed struct outer\n",
	  0 },
	{ "a public type in a private one, and the other way round",
	  REACHED INNER_OLD "struct outer size=16 align=8 at=kernel/a.h:1\n"
			    "\t0 i struct inner\n"
			    "\t8 p *struct public\n"
			    "struct public size=4 align=4 at=include/p.h:1\n"
			    "\t0 t private_t\n"
			    "typedef private_t at=kernel/a.h:9\n"
			    "\tint\n",
	  REACHED INNER_NEW "struct outer size=16 align=8 at=kernel/a.h:1\n"
			    "\t0 i struct inner\n"
			    "\t8 p *struct public\n"
			    "struct public size=8 align=8 at=include/p.h:1\n"
			    "\t0 t private_t\n"
			    "typedef private_t at=kernel/a.h:9\n"
			    "\tlong\n",
	  "break member-added struct inner: b\n"
	  "  break type-size-changed struct inner\n"
	  "break typedef-changed typedef private_t\n"
	  "  break member-size-changed struct public: t\n"
	  "  break type-alignment-changed struct public\n"
	  "  break type-size-changed struct public\n",
	  DIFF_BUILD },
};

static const struct diff_case variants[] = {
	{ "one of two variants is gone",
	  REACHED "struct outer size=4 align=4 at=a.c:1\n"
		  "\t0 a int\n"
		  "\tin 2 a.c b.c\n"
		  "struct outer size=8 align=8 at=b.c:1\n"
		  "\t0 l long\n"
		  "\tin 1 c.c\n",
	  REACHED "struct outer size=8 align=8 at=b.c:1\n"
		  "\t0 l long\n",
	  "", 0 },
	{ "both variants changed: those of one file belong together",
	  REACHED "struct outer size=4 align=4 at=a.c:1\n"
		  "\t0 a int\n"
		  "\tin 1 a.c\n"
		  "struct outer size=8 align=8 at=b.c:1\n"
		  "\t0 l long\n"
		  "\tin 2 b.c c.c\n",
	  REACHED "struct outer size=4 align=4 at=a.c:1\n"
		  "\t0 renamed int\n"
		  "\tin 3 a.c d.c e.c\n"
		  "struct outer size=8 align=8 at=b.c:1\n"
		  "\t0 other long\n"
		  "\tin 2 b.c c.c\n",
	  "source member-renamed struct outer: a\n"
	  "source member-renamed struct outer: l\n",
	  0 },
	{ "one of two variants changed",
	  REACHED "struct outer size=4 align=4 at=a.c:1\n"
		  "\t0 a int\n"
		  "\tin 1 a.c\n"
		  "struct outer size=8 align=8 at=b.c:1\n"
		  "\t0 l long\n"
		  "\tin 2 b.c c.c\n",
	  REACHED "struct outer size=8 align=4 at=a.c:1\n"
		  "\t0 a int\n"
		  "\t4 b int\n"
		  "\tin 1 a.c\n"
		  "struct outer size=8 align=8 at=b.c:1\n"
		  "\t0 l long\n"
		  "\tin 2 b.c c.c\n",
	  "break member-added struct outer: b\n"
	  "  break type-size-changed struct outer\n",
	  0 },
};

int main(void)
{
	DIFF_RUN(holders);
	DIFF_RUN(typedefs);
	DIFF_RUN(kinds);
	DIFF_RUN(privates);
	DIFF_RUN(variants);
	return tap_finish();
}
