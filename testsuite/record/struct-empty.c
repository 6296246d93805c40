// SPDX-License-Identifier: GPL-2.0-or-later
struct empty {
};

struct foo {
	struct empty e;
	int a;
};

int f(struct foo *foo)
{
	return foo->a;
}
/*
kabi-test: a struct without members has no size
kabi-records: struct
kabi-expect-start
struct empty size=0 align=1 at=test.c:2
struct foo size=4 align=4 at=test.c:5
	0 e +1 struct empty
	0 a +2 int
kabi-expect-end
*/
