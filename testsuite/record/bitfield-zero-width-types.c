// SPDX-License-Identifier: GPL-2.0-or-later
/* A zero width ends the unit of its own type, wherever it stands. */
#include "layout.h"

struct foo {
	int : 0;
	int a : 3;
	char : 0;
	int b : 3;
	short : 0;
	int c : 3;
	long : 0;
	int d : 3;
	int : 0;
};
SIZE(struct foo, 12, 4);

struct bar {
	char c;
	int : 0;
	char d;
};
AT(struct bar, d, 4);
SIZE(struct bar, 5, 1);

void truth(void)
{
	BITS_AT(struct foo, a, 0, 0, 3);
	BITS_AT(struct foo, b, 1, 0, 3);
	BITS_AT(struct foo, c, 2, 0, 3);
	BITS_AT(struct foo, d, 8, 0, 3);
}

int f(struct foo *foo, struct bar *bar)
{
	return foo->b + bar->c;
}
/*
kabi-test: zero widths of several types, first and last
kabi-records: struct
kabi-require: machine x86_64
kabi-expect-start
struct bar size=5 align=1 at=test.c:18
	0 c +1 char
	4 d +3 char
struct foo size=12 align=4 at=test.c:5
	0:0 a:3 +2 int
	1:0 b:3 +4 int
	2:0 c:3 +6 int
	8:0 d:3 +8 int
kabi-expect-end
*/
