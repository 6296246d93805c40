/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A baseline in which every construct of docs/format.md stands at least once,
 * in the one spelling that each has.
 */
#ifndef KABI_UNIT_SAMPLE_H
#define KABI_UNIT_SAMPLE_H

#define SAMPLE_HEADER          \
	"kabi-baseline 1\n"    \
	"\tarch x86_64\n"      \
	"\trelease 6.12.107\n" \
	"\torigin build\n"     \
	"\texports table\n"    \
	"\tpublic include/*\n" \
	"\tpublic arch/*/include/*\n"

/* Every element is a record; sorted as a baseline is. */
static const char *const sample_records[] = {
	"unit fs/a%3db.c scope=all\n"
	"\t!something that could not be recorded: 100 %",
	"unit kernel/fork+x-1.c scope=used macros=no",
	"unit lib/x.c scope=used unvalued=18446744073709551615",
	"unit lib/y.c scope=all macros=no unvalued=1",
	"setting O\n"
	"\t2",
	"setting empty\n"
	"\t",
	"setting stack-protector\n"
	"\tstrong, with \"quotes\" and blanks \n"
	"\tin 3 a.c b%20b.c c.c",
	"base _Bool size=1 align=1 encoding=bool",
	"base _Decimal64 size=8 align=8 encoding=decimal",
	"base __int128 size=16 align=16 encoding=signed",
	"base char size=1 align=1 encoding=char",
	"base double size=8 align=8 encoding=float",
	"base int size=4 align=4 encoding=signed",
	"base long size=8 align=8 encoding=signed",
	"base unsigned int size=4 align=4 encoding=unsigned",
	"base unsigned long size=8 align=8 encoding=unsigned",
	"struct empty size=0 align=1",
	"struct foo size=72 align=8 at=include/linux/foo.h:12\n"
	"\t0 next +1 *struct foo\n"
	"\t8:3 flag:2 +2 unsigned int\n"
	"\t9:0 b:1 +2 _Bool\n"
	"\t16 - +3 union size=8 align=8 {\n"
	"\t\t0 p +4 *const void\n"
	"\t\t0 cb +5 *func(*struct foo, long) int\n"
	"\t\t0 deep -6 struct size=8 align=8 {\n"
	"\t\t\t0 x char\n"
	"\t\t\t!and more that is not known\n"
	"\t\t}\n"
	"\t}\n"
	"\t24 m +8 [2][3]int\n"
	"\t48 v +9 volatile vector(4) int\n"
	"\t64 tail +10 []u8_t",
	"struct foo size=8 align=4 at=kernel/odd%20name%25.c:7 local=1\n"
	"\t0 c [8]char\n"
	"\t!one thing\n"
	"\t!another\n"
	"\tin 2 a.c b.c",
	"struct holder size=16 align=8\n"
	"\t0 cb *func(*struct size=8 align=8 {\n"
	"\t\t0 a int\n"
	"\t\t4 b +2 enum {FIRST}\n"
	"\t}, union size=4 align=4 transparent=1 {\n"
	"\t\t0 u int\n"
	"\t}) void\n"
	"\t8 none union size=0 align=1 {\n"
	"\t}",
	"struct \xc3\xa9t\xc3\xa9 size=1 align=1\n"
	"\t0 \xc3\xa9 char",
	"union u size=8 align=8 at=include/linux/u.h:1 transparent=1\n"
	"\t0 i +0 *restrict int\n"
	"\t0 size +1 *const volatile restrict _Atomic struct size\n"
	"\t0 s +2 *const __seg_gs struct foo",
	"enum color size=4 signed=0 at=include/linux/color.h:3\n"
	"\tRED 0 +1\n"
	"\tGREEN 18446744073709551615 +1\n"
	"\tin 5 -2\n"
	"\tin 3 +2\n"
	"\tin 3\n"
	"\tin 2 %2bb.c a.c",
	"enum empty size=4 signed=0",
	"enum {FIRST} size=8 signed=1 at=include/linux/enum.h:9 typedef=e_t "
	"local=1\n"
	"\tFIRST -9223372036854775808\n"
	"\tSECOND 9223372036854775807 +1",
	"typedef anon_t at=include/linux/t.h:20\n"
	"\tstruct size=4 align=4 {\n"
	"\t\t0 a -2 int\n"
	"\t\t0 b -1 func\n"
	"\t}",
	"typedef func at=include/linux/t.h:7\n"
	"\tint",
	"typedef in\n"
	"\tvector",
	"typedef u8_t at=include/linux/t.h:1\n"
	"\tunsigned int",
	"typedef vector at=include/linux/t.h:8 local=1\n"
	"\tfunc",
	"function attributes role=ref\n"
	"\tfunc[ms_abi,noreturn,regparm=3](func, vector, ...) void",
	"function deviant role=def section=.x "
	"attributes=no_sanitize=kernel-address,patchable_function_entry=16:8\n"
	"\tfunc(void) void",
	"function f role=def at=kernel/f.c:1 vis=hidden bind=weak alias=g%20h "
	"section=.init.text\n"
	"\tfunc(*struct foo, unsigned long, [*]char) unsigned long",
	"function i role=def vis=internal\n"
	"\tfunc(void) void",
	"function no_prototype role=ref at=include/f.h:2\n"
	"\tfunc(?) int",
	"function p.isra.0 role=def vis=protected\n"
	"\tfunc(...) *func(?) ?opaque_type",
	"variable array role=ref\n"
	"\t[]const char",
	"variable c role=def size=16\n"
	"\t_Complex double",
	"variable v role=def at=kernel/v.c:3 vis=hidden section=.data..ro "
	"size=8 tls=1\n"
	"\t?lang_type",
	"inline i at=include/linux/i.h:3\n"
	"\tfunc(void) int\n"
	"\tbody ffffffffffffffff\n"
	"\tin 2 b.c c.c",
	"inline i at=include/linux/i.h:3 attributes=a%20b,c\n"
	"\tfunc(void) struct size=4 align=4 {\n"
	"\t\t0 a int\n"
	"\t}\n"
	"\tbody 0123456789abcdef\n"
	"\t!a part of it\n"
	"\tin 1 a.c",
	"inline in\n"
	"\tfunc(void) void\n"
	"\tbody 0000000000000000",
	"macro BIG at=include/m.h:1\n"
	"\t18446744073709551615",
	"macro MADE at=include/m.h:2 config=CONFIG_A,CONFIG_A_MODULE,CONFIG_B\n"
	"\t7",
	"macro NEGATIVE\n"
	"\t-9223372036854775808",
	"macro TEXT at=include/m.h:3\n"
	"\t\"a \\\"quoted\\\" \\\\ \\n\\t\\r\\x00\\x7f\\xe9 end\"",
	"config CONFIG_HZ\n"
	"\t250",
	"config CONFIG_LSM\n"
	"\t\"a,b\"\n"
	"\tin 1 a.c",
	"config CONFIG_LSM\n"
	"\tin 1 b.c",
	"config CONFIG_NOT_SET",
	"config CONFIG_STRANGE\n"
	"\t-1\n"
	"\t!so they say",
	"section %2bx%3dy%20z%25\n"
	"\tasm",
	"section .init.text\n"
	"\tcode\n"
	"\tdata\n"
	"\t!which",
	"section asm\n"
	"\tasm\n"
	"\tcode\n"
	"\tdata",
	"call __fentry__",
	"call a.b-c\n"
	"\t!hm",
	"rule byte_size:foo at=include/r.h:7\n"
	"\t\"16\"",
	"rule declonly:a%20b%25%3d at=include/r.h:8",
	"conditions include/linux/a%20b.h\n"
	"\t1 200 CONFIG_A\n"
	"\t10 12 CONFIG_A CONFIG_B\n"
	"\t10 20 CONFIG_C\n"
	"\t4294967295 4294967295 CONFIG_D",
	"export f license=GPL module=vmlinux ns=NS_A",
	"export g license=external",
	"export v license=any module=drivers/a/b",
};

#define SAMPLE_COUNT (sizeof(sample_records) / sizeof(*sample_records))

#endif /* KABI_UNIT_SAMPLE_H */
