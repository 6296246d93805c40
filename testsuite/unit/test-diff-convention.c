// SPDX-License-Identifier: GPL-2.0-or-later
/* kABI conventions: what holds is a note, what does not is what it is. */
#include "diff-table.h"

#define REACHED                                 \
	"export f license=any\n"                \
	"function f role=def at=kernel/f.c:1\n" \
	"\tfunc(*struct foo) int\n"

#define OLD_SLOTS                                    \
	REACHED "struct foo size=24 align=8\n"       \
		"\t0 a int\n"                        \
		"\t8 kabi_reserved1 unsigned long\n" \
		"\t16 kabi_reserved2 unsigned long\n"

static const struct diff_case slots[] = {
	{ "a slot put to use", OLD_SLOTS,
	  REACHED "struct foo size=24 align=8\n"
		  "\t0 a int\n"
		  "\t8 new *void\n"
		  "\t16 kabi_reserved2 unsigned long\n",
	  "note reserve-used struct foo: kabi_reserved1"
	  " | unsigned long -> void *new\n",
	  DIFF_VALUES },
	{ "two members in one slot", OLD_SLOTS,
	  REACHED "struct foo size=24 align=8\n"
		  "\t0 a int\n"
		  "\t8 x int\n"
		  "\t12 y int\n"
		  "\t16 kabi_reserved2 unsigned long\n",
	  "note reserve-used struct foo: kabi_reserved1\n", 0 },
	{ "one member in two slots", OLD_SLOTS,
	  REACHED "struct foo size=24 align=8\n"
		  "\t0 a int\n"
		  "\t8 x [2]long\n",
	  "note reserve-used struct foo: kabi_reserved1\n"
	  "note reserve-used struct foo: kabi_reserved2\n",
	  0 },
	{ "a union with the slot beside the new member", OLD_SLOTS,
	  REACHED "struct foo size=24 align=8\n"
		  "\t0 a int\n"
		  "\t8 - union size=8 align=8 {\n"
		  "\t\t0 new *void\n"
		  "\t\t0 - struct size=8 align=8 {\n"
		  "\t\t\t0 kabi_reserved1 unsigned long\n"
		  "\t\t}\n"
		  "\t}\n"
		  "\t16 kabi_reserved2 unsigned long\n",
	  "note reserve-used struct foo: kabi_reserved1\n", 0 },
	{ "the same with a named struct around the slot",
	  REACHED "struct foo size=16 align=8\n"
		  "\t0 a int\n"
		  "\t8 rh_reserved1 unsigned long\n",
	  REACHED "struct foo size=16 align=8\n"
		  "\t0 a int\n"
		  "\t8 - union size=8 align=8 {\n"
		  "\t\t0 new *void\n"
		  "\t\t0 __UNIQUE_ID_rh_kabi_hide44 struct size=8 align=8 {\n"
		  "\t\t\t0 rh_reserved1 unsigned long\n"
		  "\t\t}\n"
		  "\t\t0 - union size=0 align=1 {\n"
		  "\t\t}\n"
		  "\t}\n",
	  "note reserve-used struct foo: rh_reserved1\n", 0 },
	{ "an array of slots cut short",
	  REACHED "struct foo size=40 align=8\n"
		  "\t0 a int\n"
		  "\t8 SUSE_KABI_PADDING [4]*void\n",
	  REACHED "struct foo size=40 align=8\n"
		  "\t0 a int\n"
		  "\t8 new *int\n"
		  "\t16 SUSE_KABI_PADDING [3]*void\n",
	  "note reserve-used struct foo: SUSE_KABI_PADDING\n", 0 },
	{ "too large for the slot", OLD_SLOTS,
	  REACHED "struct foo size=32 align=8\n"
		  "\t0 a int\n"
		  "\t8 new [2]long\n"
		  "\t24 kabi_reserved2 unsigned long\n",
	  "break member-removed struct foo: kabi_reserved1\n"
	  "break member-added struct foo: new\n"
	  "  break member-moved struct foo: kabi_reserved2\n"
	  "  break type-size-changed struct foo\n",
	  0 },
	{ "asks for more alignment than the slot",
	  REACHED "struct foo size=16 align=8\n"
		  "\t0 a long\n"
		  "\t8 kabi_reserved1 [8]char\n",
	  REACHED "struct foo size=16 align=8\n"
		  "\t0 a long\n"
		  "\t8 new long\n",
	  "break member-removed struct foo: kabi_reserved1\n"
	  "note member-added struct foo: new\n",
	  0 },
	{ "a slot that is gone", OLD_SLOTS,
	  REACHED "struct foo size=16 align=8\n"
		  "\t0 a int\n"
		  "\t8 kabi_reserved1 unsigned long\n",
	  "break member-removed struct foo: kabi_reserved2\n"
	  "  break type-size-changed struct foo\n",
	  0 },
};

static const struct diff_case replaced[] = {
	{ "replaced, the old one beside it",
	  REACHED "struct foo size=16 align=8\n"
		  "\t0 a long\n"
		  "\t8 old long\n",
	  REACHED "struct foo size=16 align=8\n"
		  "\t0 a long\n"
		  "\t8 - union size=8 align=8 {\n"
		  "\t\t0 new *void\n"
		  "\t\t0 __kabi_renamed_old long\n"
		  "\t}\n",
	  "note member-replaced struct foo: old | long -> void *new\n",
	  DIFF_VALUES },
	{ "replaced under its own name, in a struct",
	  REACHED "struct foo size=16 align=8\n"
		  "\t0 a long\n"
		  "\t8 m long\n",
	  REACHED "struct foo size=16 align=8\n"
		  "\t0 a long\n"
		  "\t8 - union size=8 align=8 {\n"
		  "\t\t0 m *void\n"
		  "\t\t0 rh_kabi_hidden_12 struct size=8 align=8 {\n"
		  "\t\t\t0 m long\n"
		  "\t\t}\n"
		  "\t}\n",
	  "note member-replaced struct foo: m\n", 0 },
	{ "replaced by something larger",
	  REACHED "struct foo size=16 align=8\n"
		  "\t0 a long\n"
		  "\t8 old long\n",
	  REACHED "struct foo size=24 align=8\n"
		  "\t0 a long\n"
		  "\t8 - union size=16 align=8 {\n"
		  "\t\t0 new [2]long\n"
		  "\t\t0 __kabi_renamed_old long\n"
		  "\t}\n",
	  "break member-added struct foo: new\n"
	  "  break type-size-changed struct foo\n"
	  "break member-removed struct foo: old\n",
	  0 },
	{ "ignored in a hole",
	  REACHED "struct foo size=16 align=8\n"
		  "\t0 a int\n"
		  "\t8 b long\n",
	  REACHED "struct foo size=16 align=8\n"
		  "\t0 a int\n"
		  "\t4 - union size=4 align=4 {\n"
		  "\t\t0 __kabi_ignored0 int\n"
		  "\t\t0 n int\n"
		  "\t}\n"
		  "\t8 b long\n",
	  "", 0 },
};

int main(void)
{
	DIFF_RUN(slots);
	DIFF_RUN(replaced);
	return tap_finish();
}
