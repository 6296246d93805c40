// SPDX-License-Identifier: GPL-2.0-or-later
struct foo {
	char c;
	long l;
	__WCHAR_TYPE__ w;
	enum { A } e;
};
_Static_assert(sizeof(struct foo) == 12, "");

int f(struct foo *foo)
{
	return foo->c;
}
/*
kabi-test: options that lay out types
kabi-records: setting unsigned-char, setting short-enums, setting short-wchar, setting pack-struct, struct
kabi-cflags: -funsigned-char -fshort-enums -fshort-wchar -fpack-struct=1
kabi-require: machine x86_64
kabi-expect-start
setting pack-struct
	1
setting short-enums
	yes
setting short-wchar
	yes
setting unsigned-char
	yes
struct foo size=12 align=1 at=test.c:2
	0 c +1 char
	1 l +2 long
	9 w +3 unsigned short
	11 e +4 enum {A}
kabi-expect-end
*/
