// SPDX-License-Identifier: GPL-2.0-or-later
struct foo {
	int a : 3;
	int : 10;
	int b : 3;
};
_Static_assert(sizeof(struct foo) == 4, "");

int f(struct foo *foo)
{
	return foo->b;
}
/*
kabi-test: a nameless bit-field is padding
kabi-records: struct
kabi-require: machine x86_64
kabi-expect-start
struct foo size=4 align=4 at=test.c:2
	0:0 a:3 +1 int
	1:5 b:3 +3 int
kabi-expect-end
*/
