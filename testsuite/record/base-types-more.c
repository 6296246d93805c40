// SPDX-License-Identifier: GPL-2.0-or-later
/* Types of one representation are types of their own all the same. */
#include "layout.h"

struct foo {
	_Float32 f32;
	_Float64 f64;
	_Float32x f32x;
	_Float64x f64x;
	__float128 f128;
	__float80 f80;
	_Decimal64 d64;
	_Decimal128 d128;
	int __attribute__((mode(DI))) di;
	unsigned __attribute__((mode(byte))) byte;
};
_Static_assert(__builtin_types_compatible_p(__float128, _Float128), "");
_Static_assert(__builtin_types_compatible_p(__float80, long double), "");
_Static_assert(!__builtin_types_compatible_p(_Float64x, long double), "");
_Static_assert(!__builtin_types_compatible_p(_Float32, float), "");
_Static_assert(sizeof(_Float32) == 4 && sizeof(_Float64) == 8 &&
	       sizeof(_Float32x) == 8 && sizeof(_Float64x) == 16, "");
AT(struct foo, f64, 8);
AT(struct foo, f32x, 16);
AT(struct foo, f64x, 32);
AT(struct foo, f128, 48);
AT(struct foo, f80, 64);
AT(struct foo, d64, 80);
AT(struct foo, d128, 96);
AT(struct foo, di, 112);
AT(struct foo, byte, 120);
SIZE(struct foo, 128, 16);

int f(struct foo *foo)
{
	return foo->di;
}
/*
kabi-test: interchange and decimal floating types, modes
kabi-records: base, struct
kabi-require: machine x86_64
kabi-expect-start
base _Decimal128 size=16 align=16 encoding=decimal
base _Decimal64 size=8 align=8 encoding=decimal
base _Float128 size=16 align=16 encoding=float
base _Float32 size=4 align=4 encoding=float
base _Float32x size=8 align=8 encoding=float
base _Float64 size=8 align=8 encoding=float
base _Float64x size=16 align=16 encoding=float
base int size=4 align=4 encoding=signed
base long size=8 align=8 encoding=signed
base long double size=16 align=16 encoding=float
base unsigned char size=1 align=1 encoding=unsigned
struct foo size=128 align=16 at=test.c:5
	0 f32 +1 _Float32
	8 f64 +2 _Float64
	16 f32x +3 _Float32x
	32 f64x +4 _Float64x
	48 f128 +5 _Float128
	64 f80 +6 long double
	80 d64 +7 _Decimal64
	96 d128 +8 _Decimal128
	112 di +9 long
	120 byte +10 unsigned char
kabi-expect-end
*/
