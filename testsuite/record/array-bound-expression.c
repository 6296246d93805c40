// SPDX-License-Identifier: GPL-2.0-or-later
struct t {
	long l[3];
};

struct foo {
	char a[sizeof(struct t)];
	char b[2 + 2];
};

int f(struct foo *foo)
{
	return foo->a[0];
}
/*
kabi-test: an array bound is what the compiler made of it
kabi-records: struct foo
kabi-expect-start
struct foo size=28 align=1 at=test.c:6
	0 a +1 [24]char
	24 b +2 [4]char
kabi-expect-end
*/
