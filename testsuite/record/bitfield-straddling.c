// SPDX-License-Identifier: GPL-2.0-or-later
/* What would straddle a unit of its type begins the next one; not so packed. */
#include "layout.h"

struct foo {
	int a : 30;
	int b : 7;
	short c : 10;
	char d : 5;
};
SIZE(struct foo, 8, 4);

#pragma pack(1)
struct bar {
	int a : 30;
	int b : 7;
	short c : 10;
	char d : 5;
};
#pragma pack()
SIZE(struct bar, 7, 1);

struct baz {
	int a : 30;
	int b : 7 __attribute__((packed));
	int c : 5 __attribute__((aligned(8)));
};
SIZE(struct baz, 16, 8);

void truth(void)
{
	BITS_AT(struct foo, a, 0, 0, 30);
	BITS_AT(struct foo, b, 4, 0, 7);
	BITS_AT(struct foo, c, 6, 0, 10);
	BITS_AT(struct foo, d, 7, 2, 5);
	BITS_AT(struct bar, a, 0, 0, 30);
	BITS_AT(struct bar, b, 3, 6, 7);
	BITS_AT(struct bar, c, 4, 5, 10);
	BITS_AT(struct bar, d, 5, 7, 5);
	BITS_AT(struct baz, a, 0, 0, 30);
	BITS_AT(struct baz, b, 3, 6, 7);
	BITS_AT(struct baz, c, 8, 0, 5);
}

int f(struct foo *foo, struct bar *bar, struct baz *baz)
{
	return foo->b + bar->b + baz->b;
}
/*
kabi-test: bit-fields at the boundary of their type
kabi-records: struct
kabi-require: machine x86_64
kabi-expect-start
struct bar size=7 align=1 at=test.c:14
	0:0 a:30 +1 int
	3:6 b:7 +2 int
	4:5 c:10 +3 short
	5:7 d:5 +4 char
struct baz size=16 align=8 at=test.c:23
	0:0 a:30 +1 int
	3:6 b:7 +2 int
	8:0 c:5 +3 int
struct foo size=8 align=4 at=test.c:5
	0:0 a:30 +1 int
	4:0 b:7 +2 int
	6:0 c:10 +3 short
	7:2 d:5 +4 char
kabi-expect-end
*/
