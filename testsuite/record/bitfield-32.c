// SPDX-License-Identifier: GPL-2.0-or-later
/* On i386 a long long in a struct is aligned to 4: d may begin in its middle. */
#include "layout.h"

struct foo {
	long long a : 33;
	int b : 3;
	char c;
	long long d : 20;
	long long : 0;
	long e : 31;
};
AT(struct foo, c, 5);
SIZE(struct foo, 16, 4);

void truth(void)
{
	BITS_AT(struct foo, a, 0, 0, 33);
	BITS_AT(struct foo, b, 4, 1, 3);
	BITS_AT(struct foo, d, 6, 0, 20);
	BITS_AT(struct foo, e, 12, 0, 31);
}

int f(struct foo *foo)
{
	return foo->b;
}
/*
kabi-test: bit-fields on i386
kabi-records: struct
kabi-cflags: -m32
kabi-require: machine x86_64
kabi-require: cflags -m32
kabi-expect-start
struct foo size=16 align=4 at=test.c:5
	0:0 a:33 +1 long long
	4:1 b:3 +2 int
	5 c +3 char
	6:0 d:20 +4 long long
	12:0 e:31 +6 long
kabi-expect-end
*/
