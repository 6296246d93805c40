// SPDX-License-Identifier: GPL-2.0-or-later
#include "layout.h"

struct foo {
	_Complex float f;
	_Complex long double ld;
	_Complex _Float128 f128;
	_Complex int i;
	_Complex unsigned char uc;
	_Complex double *p;
	_Complex short a[3];
};
AT(struct foo, ld, 16);
AT(struct foo, f128, 48);
AT(struct foo, i, 80);
AT(struct foo, uc, 88);
AT(struct foo, p, 96);
AT(struct foo, a, 104);
SIZE(struct foo, 128, 16);

_Complex float f(struct foo *foo)
{
	return foo->f;
}
/*
kabi-test: complex numbers of every kind
kabi-records: base, struct, function
kabi-require: machine x86_64
kabi-expect-start
base _Float128 size=16 align=16 encoding=float
base double size=8 align=8 encoding=float
base float size=4 align=4 encoding=float
base int size=4 align=4 encoding=signed
base long double size=16 align=16 encoding=float
base short size=2 align=2 encoding=signed
base unsigned char size=1 align=1 encoding=unsigned
struct foo size=128 align=16 at=test.c:4
	0 f +1 _Complex float
	16 ld +2 _Complex long double
	48 f128 +3 _Complex _Float128
	80 i +4 _Complex int
	88 uc +5 _Complex unsigned char
	96 p +6 *_Complex double
	104 a +7 [3]_Complex short
function f role=def at=test.c:21
	func(*struct foo) _Complex float
kabi-expect-end
*/
