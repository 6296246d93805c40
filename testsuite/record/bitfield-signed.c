// SPDX-License-Identifier: GPL-2.0-or-later
/* char and int by themselves are what the options make of them. */
#include "layout.h"

struct foo {
	signed char a : 3;
	char b : 3;
	unsigned char c : 3;
	int d : 3;
	signed int e : 3;
};
SIZE(struct foo, 4, 4);

void truth(void)
{
	BITS_AT(struct foo, a, 0, 0, 3);
	BITS_AT(struct foo, b, 0, 3, 3);
	BITS_AT(struct foo, c, 1, 0, 3);
	BITS_AT(struct foo, d, 1, 3, 3);
	BITS_AT(struct foo, e, 1, 6, 3);
}

int f(struct foo *foo)
{
	return foo->a;
}
/*
kabi-test: signed, plain and unsigned bit-fields
kabi-records: struct
kabi-require: machine x86_64
kabi-expect-start
struct foo size=4 align=4 at=test.c:5
	0:0 a:3 +1 signed char
	0:3 b:3 +2 char
	1:0 c:3 +3 unsigned char
	1:3 d:3 +4 int
	1:6 e:3 +5 int
kabi-expect-end
*/
