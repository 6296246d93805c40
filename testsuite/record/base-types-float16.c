// SPDX-License-Identifier: GPL-2.0-or-later
struct foo {
	char c;
	_Float16 f16;
	_Complex _Float16 c16;
};
_Static_assert(sizeof(_Float16) == 2 && sizeof(struct foo) == 8, "");

int f(struct foo *foo)
{
	return foo->c;
}
/*
kabi-test: _Float16
kabi-records: base, struct
kabi-require: machine x86_64
kabi-require: gcc>=12
kabi-expect-start
base _Float16 size=2 align=2 encoding=float
base char size=1 align=1 encoding=char
base int size=4 align=4 encoding=signed
struct foo size=8 align=2 at=test.c:2
	0 c +1 char
	2 f16 +2 _Float16
	4 c16 +3 _Complex _Float16
kabi-expect-end
*/
