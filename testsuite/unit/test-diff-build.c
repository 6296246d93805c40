// SPDX-License-Identifier: GPL-2.0-or-later
/* Sections, hidden calls, preprocessed units. */
#include "diff-table.h"

#define F "\tfunc(void) void\n"

static const struct diff_case cases[] = {
	{ "sections", "section .a\n\tcode\nsection .b\n\tasm\n\tdata\n",
	  "section .a\n\tdata\nsection .c\n\tasm\n",
	  "risk section-removed section .b | asm data -> -\n"
	  "note section-added section .c | - -> asm\n",
	  DIFF_VALUES },
	{ "an export is no section",
	  "section ___ksymtab+f\n\tasm\nsection ___ksymtab_gpl+f\n\tasm\n"
	  "section ___kcrctab+f\n\tasm\nsection ___kcrctab_gpl+f\n\tasm\n",
	  "section .export_symbol\n\tasm\n",
	  "note section-added section .export_symbol\n", 0 },
	{ "what the compiler calls is not provided any more",
	  "call __fentry__\nexport __fentry__ license=any\n"
	  "call __stack_chk_fail\nexport __stack_chk_fail license=any\n",
	  "call __fentry__\ncall __stack_chk_fail\n"
	  "export __stack_chk_fail license=any\n",
	  "break hidden-call-missing call __fentry__ | provided -> not provided"
	  " | __fentry__ @0\n"
	  "break symbol-removed function __fentry__ | of unknown type -> - | "
	  "__fentry__ @0\n",
	  DIFF_VALUES | DIFF_SYMBOLS },
	{ "and not called either: that does not help old objects",
	  "call mcount\nfunction mcount role=def\n" F, "",
	  "break hidden-call-missing call mcount\n", 0 },
	{ "provided by what nobody exports",
	  "call mcount\nfunction mcount role=def\n" F,
	  "call mcount\nfunction mcount role=def vis=hidden\n" F, "", 0 },
	{ "a declaration provides nothing",
	  "call mcount\nexport mcount license=any\nfunction mcount role=def\n" F,
	  "call mcount\nfunction mcount role=ref\n" F,
	  "break hidden-call-missing call mcount\n"
	  "break symbol-removed function mcount\n",
	  0 },
	{ "a variable",
	  "call __stack_chk_guard\nexport __stack_chk_guard license=any\n"
	  "variable __stack_chk_guard role=def size=8\n\tlong\n",
	  "call __stack_chk_guard\n"
	  "variable __stack_chk_guard role=def size=8\n\tlong\n",
	  "break symbol-removed variable __stack_chk_guard\n", 0 },
	{ "nobody provided it", "call memcpy\ncall memset\n",
	  "call memcpy\ncall memmove\n",
	  "note hidden-call-added call memmove\n"
	  "note hidden-call-removed call memset\n",
	  0 },
	{ "provided, but not called any more",
	  "call memcpy\nexport memcpy license=any\n",
	  "export memcpy license=any\n",
	  "note hidden-call-removed call memcpy\n", 0 },
	{ "macros that came and went",
	  "unit a.c scope=used\nmacro A at=a.h:1\n\t1\nmacro B at=a.h:2\n\t1\n",
	  "unit a.c scope=used\nmacro B at=a.h:2\n\t2\nmacro C at=a.h:3\n\t1\n",
	  "break macro-value-changed macro B\n"
	  "source macro-removed macro A\n"
	  "note macro-added macro C\n",
	  0 },
	{ "one unit of NEW has no macros: none is gone",
	  "unit a.c scope=used\nunit b.c scope=used\nmacro A at=a.h:1\n\t1\n"
	  "macro B at=a.h:2\n\t1\n",
	  "unit a.c scope=used macros=no\nunit b.c scope=used\n"
	  "macro B at=a.h:2\n\t2\nmacro C at=a.h:3\n\t1\n",
	  "break macro-value-changed macro B\n"
	  "note macro-added macro C\n",
	  0 },
	{ "one unit of OLD has no macros: none is new",
	  "unit a.c scope=used\nunit b.c scope=used macros=no\n"
	  "macro A at=a.h:1\n\t1\nmacro B at=a.h:2\n\t1\n",
	  "unit a.c scope=used\nunit b.c scope=used\n"
	  "macro B at=a.h:2\n\t2\nmacro C at=a.h:3\n\t1\n",
	  "break macro-value-changed macro B\n"
	  "source macro-removed macro A\n",
	  0 },
	{ "NEW has no macros at all",
	  "unit a.c scope=used\nmacro A at=a.h:1\n\t1\n"
	  "macro E at=a.h:2\n\t1\n",
	  "unit a.c scope=used macros=no\n"
	  "enum e size=4 signed=0 at=a.h:1\n\tE 2\n",
	  "break macro-value-changed macro E\n", 0 },
};

int main(void)
{
	DIFF_RUN(cases);
	return tap_finish();
}
