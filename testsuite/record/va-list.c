// SPDX-License-Identifier: GPL-2.0-or-later
struct foo {
	__builtin_va_list list;
};

int f(const char *format, __builtin_va_list list)
{
	return __builtin_va_arg(list, int) + *format;
}

int g(struct foo *foo)
{
	return f("", foo->list);
}
/*
kabi-test: the compiler's own types
kabi-records: struct, typedef, function
kabi-require: machine x86_64
kabi-expect-start
struct __va_list_tag size=24 align=8
	0 gp_offset unsigned int
	4 fp_offset unsigned int
	8 overflow_arg_area *void
	16 reg_save_area *void
struct foo size=24 align=8 at=test.c:2
	0 list +1 __builtin_va_list
typedef __builtin_va_list
	[1]struct __va_list_tag
function f role=def at=test.c:6
	func(*const char, *struct __va_list_tag) int
function g role=def at=test.c:11
	func(*struct foo) int
kabi-expect-end
*/
