// SPDX-License-Identifier: GPL-2.0-or-later
typedef int v4 __attribute__((vector_size(16)));

struct foo {
	_Complex double z;
	v4 v;
	float __attribute__((vector_size(8))) w;
};

int f(struct foo *foo)
{
	return foo->v[0];
}
/*
kabi-test: complex numbers and vectors
kabi-records: struct, typedef, base
kabi-expect-start
base double size=8 align=8 encoding=float
base float size=4 align=4 encoding=float
base int size=4 align=4 encoding=signed
struct foo size=48 align=16 at=test.c:4
	0 z +1 _Complex double
	16 v +2 v4
	32 w +3 vector(2) float
typedef v4 at=test.c:2
	vector(4) int
kabi-expect-end
*/
