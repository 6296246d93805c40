// SPDX-License-Identifier: GPL-2.0-or-later
#include "layout.h"

typedef float v4f __attribute__((vector_size(16)));
typedef v4f unaligned __attribute__((aligned(4)));
typedef unsigned long v8 __attribute__((vector_size(64), may_alias));

struct foo {
	char c;
	v4f a;
	unaligned u;
	v8 v;
	_Bool b;
	v4f *p;
	short __attribute__((vector_size(8))) s[2];
};
AT(struct foo, a, 16);
AT(struct foo, u, 32);
AT(struct foo, v, 64);
AT(struct foo, b, 128);
AT(struct foo, s, 144);
SIZE(struct foo, 192, 64);

int f(struct foo *foo, v4f *(*callback)(v4f *))
{
	return foo->c + (callback(foo->p) != 0);
}
/*
kabi-test: vectors, unaligned, of other sizes, in arrays and pointers
kabi-records: struct, typedef, function
kabi-require: machine x86_64
kabi-expect-start
struct foo size=192 align=64 at=test.c:8
	0 c +1 char
	16 a +2 v4f
	32 u +3 unaligned
	64 v +4 v8
	128 b +5 _Bool
	136 p +6 *v4f
	144 s +7 [2]vector(4) short
typedef unaligned at=test.c:5
	v4f
typedef v4f at=test.c:4
	vector(4) float
typedef v8 at=test.c:6
	vector(8) unsigned long
function f role=def at=test.c:24
	func(*struct foo, *func(*v4f) *v4f) int
kabi-expect-end
*/
