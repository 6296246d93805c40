// SPDX-License-Identifier: GPL-2.0-or-later
struct foo {
	_Bool a, b;
	int *p, n, a2[2];
};

int f(struct foo *foo)
{
	return foo->n;
}
/*
kabi-test: several members in one declaration
kabi-records: struct
kabi-expect-start
struct foo size=32 align=8 at=test.c:2
	0 a +1 _Bool
	1 b +1 _Bool
	8 p +2 *int
	16 n +2 int
	20 a2 +2 [2]int
kabi-expect-end
*/
