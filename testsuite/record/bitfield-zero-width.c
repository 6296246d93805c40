// SPDX-License-Identifier: GPL-2.0-or-later
struct foo {
	int a : 3;
	int : 0;
	int b : 3;
};
_Static_assert(sizeof(struct foo) == 8, "");

int f(struct foo *foo)
{
	return foo->b;
}
/*
kabi-test: a zero width ends the unit, and is no member
kabi-records: struct
kabi-expect-start
struct foo size=8 align=4 at=test.c:2
	0:0 a:3 +1 int
	4:0 b:3 +3 int
kabi-expect-end
*/
