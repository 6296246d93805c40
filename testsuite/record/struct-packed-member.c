// SPDX-License-Identifier: GPL-2.0-or-later
#include "layout.h"

struct foo {
	char c;
	int i __attribute__((packed));
	long l;
	short s __attribute__((packed, aligned(4)));
	char d;
};
AT(struct foo, i, 1);
AT(struct foo, l, 8);
AT(struct foo, s, 16);
AT(struct foo, d, 18);
SIZE(struct foo, 24, 8);

int f(struct foo *foo)
{
	return foo->c;
}
/*
kabi-test: packed at single members
kabi-records: struct
kabi-require: machine x86_64
kabi-expect-start
struct foo size=24 align=8 at=test.c:4
	0 c +1 char
	1 i +2 int
	8 l +3 long
	16 s +4 short
	18 d +5 char
kabi-expect-end
*/
