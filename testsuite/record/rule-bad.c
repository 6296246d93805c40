// SPDX-License-Identifier: GPL-2.0-or-later
/* What is in the section and is no rule that kabi knows. */
#define SECTION \
	__attribute__((__used__, \
		       __section__(".discard.gendwarfksyms.kabi_rules")))
static const char version[] SECTION = "2\0declonly\0foo\0";
static const char unknown[] SECTION = "1\0declonely\0foo\0";
static const char nobody[] SECTION = "1\0declonly\0\0";
static const char three[] SECTION = "1\0declonly\0foo";
static const char no_end[20] SECTION = "1\0declonly\0foo\0value";
static const char bytes[] SECTION = { '1', 0, 'x', 0 };
static const int number SECTION = 1;
static const char nothing[8] SECTION;
static const char good[] SECTION = "1\0declonly\0good\0";
/*
kabi-test: what is no rule for gendwarfksyms is told
kabi-records: rule, unit
kabi-expect-start
unit test.c scope=used
	!2 rules for gendwarfksyms: not initialised with a string, one of them in line 12
	!3 rules for gendwarfksyms: not four strings, each closed by a NUL, one of them in line 9
	!1 rules for gendwarfksyms: of another version than 1, one of them in line 6
	!1 rules for gendwarfksyms: of an unknown type, one of them in line 7
	!1 rules for gendwarfksyms: without a target, one of them in line 8
rule declonly:good at=test.c:14
kabi-expect-end
kabi-stderr-contains: rules for gendwarfksyms: of an unknown type
*/
