// SPDX-License-Identifier: GPL-2.0-or-later
struct base {
	int a;
};

struct foo {
	long l;
	struct base;
};

int f(struct foo *foo)
{
	return foo->a;
}
/*
kabi-test: a nameless member with a tag (-fms-extensions)
kabi-records: struct
kabi-cflags: -fms-extensions
kabi-expect-start
struct base size=4 align=4 at=test.c:2
	0 a +1 int
struct foo size=16 align=8 at=test.c:6
	0 l +1 long
	8 - +2 struct base
kabi-expect-end
*/
