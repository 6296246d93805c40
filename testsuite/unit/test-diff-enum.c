// SPDX-License-Identifier: GPL-2.0-or-later
/* Enums, macros and settings: every id, and what is no change. */
#include "diff-table.h"

#define REACHED                  \
	"export f license=any\n" \
	"function f role=def\n"  \
	"\tfunc(enum e) int\n"

static const struct diff_case tagged[] = {
	{ "sorted",
	  REACHED "enum e size=4 signed=0 at=f.c:1\n"
		  "\tB 0 +1\n"
		  "\tA 1 +2\n",
	  REACHED "enum e size=4 signed=0 at=f.c:1\n"
		  "\tA 0 +1\n"
		  "\tB 1 +2\n",
	  "break enumerator-value-changed enum e: A | 1 -> 0"
	  " | f.c:3 -> f.c:2 | f @0\n"
	  "break enumerator-value-changed enum e: B | 0 -> 1"
	  " | f.c:2 -> f.c:3 | f @0\n",
	  DIFF_VALUES | DIFF_PLACES | DIFF_SYMBOLS },
	{ "added at the end",
	  REACHED "enum e size=4 signed=0\n"
		  "\tA 0\n",
	  REACHED "enum e size=4 signed=0\n"
		  "\tA 0\n"
		  "\tB 1\n",
	  "note enumerator-added enum e: B | - -> 1\n", DIFF_VALUES },
	{ "removed",
	  REACHED "enum e size=4 signed=0\n"
		  "\tA 0\n"
		  "\tB 1\n",
	  REACHED "enum e size=4 signed=0\n"
		  "\tA 0\n",
	  "break enumerator-removed enum e: B | 1 -> -\n", DIFF_VALUES },
	{ "renamed",
	  REACHED "enum e size=4 signed=0\n"
		  "\tA 0\n"
		  "\tB 1\n",
	  REACHED "enum e size=4 signed=0\n"
		  "\tA 0\n"
		  "\tC 1\n",
	  "source enumerator-renamed enum e: B | B -> C\n", DIFF_VALUES },
	{ "a sentinel, and one made from it",
	  REACHED "enum e size=4 signed=0\n"
		  "\tA 0\n"
		  "\tB 1\n"
		  "\t__E_AFTER_LAST 2\n"
		  "\tE_MAX 1\n",
	  REACHED "enum e size=4 signed=0\n"
		  "\tA 0\n"
		  "\tB 1\n"
		  "\tC 2\n"
		  "\t__E_AFTER_LAST 3\n"
		  "\tE_MAX 2\n",
	  "risk enum-sentinel-moved enum e: E_MAX | 1 -> 2\n"
	  "risk enum-sentinel-moved enum e: __E_AFTER_LAST | 2 -> 3\n"
	  "note enumerator-added enum e: C | - -> 2\n",
	  DIFF_VALUES },
	{ "other names of sentinels",
	  REACHED "enum e size=4 signed=0\n"
		  "\tA 0\n"
		  "\tNR_ES 1\n",
	  REACHED "enum e size=4 signed=0\n"
		  "\tA 0\n"
		  "\tB 1\n"
		  "\tNR_ES 2\n",
	  "risk enum-sentinel-moved enum e: NR_ES\n"
	  "note enumerator-added enum e: B\n",
	  0 },
	{ "the last one, but nothing was added before it",
	  REACHED "enum e size=4 signed=0\n"
		  "\tA 0\n"
		  "\tB 1\n"
		  "\tE_MAX 2\n",
	  REACHED "enum e size=4 signed=0\n"
		  "\tA 0\n"
		  "\tB 2\n"
		  "\tE_MAX 3\n",
	  "break enumerator-value-changed enum e: B\n"
	  "  break enumerator-value-changed enum e: E_MAX\n",
	  0 },
	{ "a sentinel that shrank",
	  REACHED "enum e size=4 signed=0\n"
		  "\tA 0\n"
		  "\tB 1\n"
		  "\tE_MAX 2\n",
	  REACHED "enum e size=4 signed=0\n"
		  "\tA 0\n"
		  "\tE_MAX 1\n",
	  "break enumerator-removed enum e: B\n"
	  "break enumerator-value-changed enum e: E_MAX\n",
	  0 },
	{ "a sentinel that shrank although something was added",
	  REACHED "enum e size=4 signed=0\n"
		  "\tA 0\n"
		  "\tB 1\n"
		  "\tC 2\n"
		  "\tE_MAX 3\n",
	  REACHED "enum e size=4 signed=0\n"
		  "\tA 0\n"
		  "\tALSO_A 0\n"
		  "\tE_MAX 1\n",
	  "break enumerator-removed enum e: B\n"
	  "break enumerator-removed enum e: C\n"
	  "break enumerator-value-changed enum e: E_MAX\n"
	  "note enumerator-added enum e: ALSO_A\n",
	  0 },
	{ "the last one, but its name does not count",
	  REACHED "enum e size=4 signed=0\n"
		  "\tA 0\n"
		  "\tBIG 1\n",
	  REACHED "enum e size=4 signed=0\n"
		  "\tA 0\n"
		  "\tB 1\n"
		  "\tBIG 2\n",
	  "break enumerator-value-changed enum e: BIG\n"
	  "note enumerator-added enum e: B\n",
	  0 },
	{ "a size of its own",
	  REACHED "enum e size=4 signed=0\n"
		  "\tA 0\n",
	  REACHED "enum e size=1 signed=0\n"
		  "\tA 0\n",
	  "break enum-size-changed enum e | size 4 -> size 1\n", DIFF_VALUES },
	{ "passed as int, from a header",
	  "enum e size=4 signed=0 at=include/e.h:1\n"
	  "\tA 0\n",
	  "enum e size=4 signed=0 at=include/e.h:1\n"
	  "\tA 1\n",
	  "break enumerator-value-changed enum e: A | @-\n", DIFF_SYMBOLS },
	{ "passed as int, from a .c file",
	  "enum e size=4 signed=0 at=kernel/e.c:1\n"
	  "\tA 0\n",
	  "enum e size=4 signed=0 at=kernel/e.c:1\n"
	  "\tA 1\n",
	  "", 0 },
};

static const struct diff_case untagged[] = {
	{ "reordered: the first one is another one",
	  "enum {A} size=4 signed=0 at=e.h:1\n"
	  "\tA 0\n"
	  "\tB 1\n",
	  "enum {B} size=4 signed=0 at=e.h:1\n"
	  "\tB 0\n"
	  "\tA 1\n",
	  "break enumerator-value-changed enum { A, ... }: A\n"
	  "break enumerator-value-changed enum { A, ... }: B\n",
	  0 },
	{ "reordered and used in a struct: the struct is the same",
	  "export f license=any\n"
	  "function f role=def\n"
	  "\tfunc(*struct s) int\n"
	  "struct s size=4 align=4\n"
	  "\t0 e enum {A}\n"
	  "enum {A} size=4 signed=0 at=e.c:1\n"
	  "\tA 0\n"
	  "\tB 1\n",
	  "export f license=any\n"
	  "function f role=def\n"
	  "\tfunc(*struct s) int\n"
	  "struct s size=4 align=4\n"
	  "\t0 e enum {B}\n"
	  "enum {B} size=4 signed=0 at=e.c:1\n"
	  "\tB 0\n"
	  "\tA 1\n",
	  "break enumerator-value-changed enum { A, ... }: A | f @1\n"
	  "break enumerator-value-changed enum { A, ... }: B | f @1\n",
	  DIFF_SYMBOLS },
	{ "the only one renamed",
	  "enum {OLD_NAME} size=4 signed=0 at=e.h:1\n"
	  "\tOLD_NAME 64\n",
	  "enum {NEW_NAME} size=4 signed=0 at=e.h:1\n"
	  "\tNEW_NAME 64\n",
	  "source enumerator-renamed enum { OLD_NAME }: OLD_NAME\n", 0 },
	{ "the only one is another number",
	  "enum {ONLY} size=4 signed=0 at=e.h:1\n"
	  "\tONLY 64\n",
	  "enum {ONLY} size=4 signed=0 at=e.h:1\n"
	  "\tONLY 65\n",
	  "break enumerator-value-changed enum { ONLY }: ONLY\n", 0 },
	{ "named by a typedef",
	  "enum {A} size=4 signed=0 at=e.h:1 typedef=e_t\n"
	  "\tA 0\n",
	  "enum {Z} size=4 signed=0 at=e.h:1 typedef=e_t\n"
	  "\tZ -1\n"
	  "\tA 0\n",
	  "note enumerator-added typedef e_t: Z\n", 0 },
	{ "two of one file, told apart by what they hold",
	  "enum {A} size=4 signed=0 at=e.h:1\n"
	  "\tA 0\n"
	  "\tB 1\n"
	  "enum {X} size=4 signed=0 at=e.h:9\n"
	  "\tX 0\n"
	  "\tY 1\n",
	  "enum {NEW} size=4 signed=0 at=e.h:1\n"
	  "\tNEW 0\n"
	  "\tX 1\n"
	  "\tY 2\n"
	  "enum {A} size=4 signed=0 at=e.h:9\n"
	  "\tA 0\n"
	  "\tB 1\n",
	  "break enumerator-value-changed enum { X, ... }: X\n"
	  "  break enumerator-value-changed enum { X, ... }: Y\n"
	  "note enumerator-added enum { X, ... }: NEW\n",
	  0 },
	{ "the same file first, though another one has more in common",
	  "enum {A} size=4 signed=0 at=a.h:1\n"
	  "\tA 0\n"
	  "\tB 1\n"
	  "\tC 2\n",
	  "enum {A} size=4 signed=0 at=a.h:1\n"
	  "\tA 0\n"
	  "\tB 7\n"
	  "enum {B} size=4 signed=0 at=b.h:1\n"
	  "\tB 1\n"
	  "\tC 2\n"
	  "\tA 0\n",
	  "break enumerator-value-changed enum { A, ... }: B\n"
	  "note enumerator-added enum { B, ... }: B\n"
	  "  note enumerator-added enum { B, ... }: A\n",
	  0 },
	{ "the one that has most in common",
	  "enum {A} size=4 signed=0 at=a.h:1\n"
	  "\tA 0\n"
	  "\tB 1\n"
	  "\tC 2\n",
	  "enum {A} size=4 signed=0 at=a.h:1\n"
	  "\tA 0\n"
	  "enum {B} size=4 signed=0 at=a.h:9\n"
	  "\tB 8\n"
	  "\tC 9\n"
	  "\tNEW 10\n",
	  "break enumerator-value-changed enum { A, ... }: B\n"
	  "  break enumerator-value-changed enum { A, ... }: C\n"
	  "note enumerator-added enum { A, ... }: NEW\n",
	  0 },
	{ "in another header",
	  "enum {A} size=4 signed=0 at=include/a.h:1\n"
	  "\tA 0\n",
	  "enum {A} size=4 signed=0 at=include/b.h:1\n"
	  "\tA 0\n",
	  "", 0 },
	{ "split in two",
	  "enum {A} size=4 signed=0 at=e.h:1\n"
	  "\tA 0\n"
	  "\tB 1\n"
	  "\tC 2\n",
	  "enum {A} size=4 signed=0 at=e.h:1\n"
	  "\tA 0\n"
	  "\tB 1\n"
	  "enum {C} size=4 signed=0 at=e.h:5\n"
	  "\tC 2\n",
	  "", 0 },
	{ "got a tag",
	  "enum {A} size=4 signed=0 at=e.h:1\n"
	  "\tA 0\n"
	  "\tB 1\n",
	  "enum tag size=4 signed=0 at=e.h:1\n"
	  "\tA 0\n"
	  "\tB 7\n",
	  "break enumerator-value-changed enum { A, ... }: B | 1 -> 7\n",
	  DIFF_VALUES },
	{ "an enumerator became a macro",
	  "enum {A} size=4 signed=0 at=e.h:1\n"
	  "\tA 0\n"
	  "\tB 1\n",
	  "enum {A} size=4 signed=0 at=e.h:1\n"
	  "\tA 0\n"
	  "macro B at=e.h:3\n"
	  "\t1\n",
	  "", 0 },
	{ "private", "enum {A} size=4 signed=0 at=kernel/e.h:1\n\tA 0\n",
	  "enum {A} size=4 signed=0 at=kernel/e.h:1\n\tA 1\n",
	  "note enumerator-value-changed enum { A }: A\n", DIFF_BUILD },
};

static const struct diff_case macros[] = {
	{ "a value", "macro TASK_DEAD at=include/s.h:5\n\t128\n",
	  "macro TASK_DEAD at=include/s.h:6\n\t64\n",
	  "break macro-value-changed macro TASK_DEAD | 128 -> 64"
	  " | include/s.h:5 -> include/s.h:6\n",
	  DIFF_VALUES | DIFF_PLACES },
	{ "a text", "macro NAME at=s.h:5\n\t\"old\"\n",
	  "macro NAME at=s.h:5\n\t\"new\"\n",
	  "risk macro-text-changed macro NAME | \"old\" -> \"new\"\n",
	  DIFF_VALUES },
	{ "a number became a string", "macro M at=s.h:5\n\t1\n",
	  "macro M at=s.h:5\n\t\"1\"\n", "break macro-value-changed macro M\n",
	  0 },
	{ "removed and added", "macro GONE at=s.h:5\n\t1\n",
	  "macro CAME at=s.h:5\n\t1\n",
	  "source macro-removed macro GONE\n"
	  "note macro-added macro CAME\n",
	  0 },
	{ "the kernel's version, and .config",
	  "macro LINUX_VERSION_CODE at=v.h:1\n\t393216\n"
	  "macro UTS_RELEASE at=u.h:1\n\t\"6.0.0\"\n"
	  "macro VERSION_CODE at=b.h:1\n\t393216\n"
	  "macro BANNER at=b.h:1\n\t\"Linux 6.0.0 SMP\"\n"
	  "macro CONFIG_HZ at=c.h:1\n\t250\n"
	  "macro KBUILD_MODNAME at=c.h:1\n\t\"a\"\n",
	  "macro LINUX_VERSION_CODE at=v.h:1\n\t393217\n"
	  "macro UTS_RELEASE at=u.h:1\n\t\"6.0.1\"\n"
	  "macro VERSION_CODE at=b.h:1\n\t393217\n"
	  "macro BANNER at=b.h:1\n\t\"Linux 6.0.1 SMP\"\n"
	  "macro CONFIG_HZ at=c.h:1\n\t1000\n"
	  "macro KBUILD_MODNAME at=c.h:1\n\t\"b\"\n",
	  "", 0 },
	{ "a macro that follows a sentinel",
	  "enum {A} size=4 signed=0 at=e.h:1\n"
	  "\tA 0\n"
	  "\t__E_MAX 1\n"
	  "macro E_MAX at=e.h:5\n\t0\n"
	  "macro FAR_MAX at=e.h:9\n\t63\n"
	  "macro _E_MAX at=o.h:1\n\t1\n"
	  "macro OTHER_MAX at=o.h:5\n\t0\n",
	  "enum {A} size=4 signed=0 at=e.h:1\n"
	  "\tA 0\n"
	  "\tB 1\n"
	  "\t__E_MAX 2\n"
	  "macro E_MAX at=e.h:5\n\t1\n"
	  "macro FAR_MAX at=e.h:9\n\t64\n"
	  "macro _E_MAX at=o.h:1\n\t2\n"
	  "macro OTHER_MAX at=o.h:5\n\t1\n",
	  "break macro-value-changed macro FAR_MAX\n"
	  "break macro-value-changed macro OTHER_MAX\n"
	  "risk enum-sentinel-moved enum { A, ... }: __E_MAX\n"
	  "risk macro-value-changed macro E_MAX\n"
	  "risk macro-value-changed macro _E_MAX\n"
	  "note enumerator-added enum { A, ... }: B\n",
	  0 },
	{ "two values in one build, on both sides",
	  "macro M at=a.h:1\n\t1\n\tin 2 a.c b.c\n"
	  "macro M at=a.h:3\n\t2\n\tin 1 c.c\n",
	  "macro M at=a.h:1\n\t1\n\tin 1 a.c\n"
	  "macro M at=a.h:3\n\t2\n\tin 2 b.c c.c\n",
	  "", 0 },
	{ "became an enumerator",
	  "macro M at=a.h:1\n\t1\n"
	  "macro N at=a.h:1\n\t2\n",
	  "enum {M} size=4 signed=0 at=a.h:1\n"
	  "\tM 1\n"
	  "\tN 3\n",
	  "break macro-value-changed macro N | 2 -> 3\n", DIFF_VALUES },
};

static const struct diff_case settings[] = {
	{ "what most translation units have",
	  "setting stack-protector\n\tno\n\tin 1 a.c\n"
	  "setting stack-protector\n\tstrong\n\tin 3 b.c c.c d.c\n"
	  "setting O\n\t2\n",
	  "setting stack-protector\n\tno\n\tin 3 a.c b.c c.c\n"
	  "setting stack-protector\n\tstrong\n\tin 1 d.c\n"
	  "setting O\n\ts\n",
	  "break setting-changed setting stack-protector | strong -> no\n"
	  "risk setting-changed setting O | 2 -> s\n",
	  DIFF_VALUES },
	{ "another compiler", "setting compiler\n\tGCC 12.2.0\n",
	  "setting compiler\n\tGCC 13.2.0\n",
	  "risk compiler-changed setting compiler"
	  " | GCC 12.2.0 -> GCC 13.2.0\n",
	  DIFF_VALUES },
	{ "another vendor",
	  "setting compiler\n\tGCC 12.2.0\n"
	  "setting compiler-vendor\n\tDebian\n",
	  "setting compiler\n\tGCC 12.2.0\n"
	  "setting compiler-vendor\n\tSUSE\n",
	  "risk compiler-changed setting compiler"
	  " | GCC 12.2.0 (Debian) -> GCC 12.2.0 (SUSE)\n",
	  DIFF_VALUES },
	{ "another patch level", "setting compiler\n\tGCC 12.2.0\n",
	  "setting compiler\n\tGCC 12.3.0\n",
	  "note compiler-changed setting compiler\n", 0 },
	{ "recorded on one side only", "setting shadow-call-stack\n\tno\n", "",
	  "", 0 },
};

int main(void)
{
	DIFF_RUN(tagged);
	DIFF_RUN(untagged);
	DIFF_RUN(macros);
	DIFF_RUN(settings);
	return tap_finish();
}
