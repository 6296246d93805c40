// SPDX-License-Identifier: GPL-2.0-or-later
#include "layout.h"

union foo {
	int a : 5;
	unsigned int b : 9;
	_Bool c : 1;
	int : 7;
	long l : 40;
	struct {
		unsigned char low : 4, high : 4;
	};
};
SIZE(union foo, 8, 8);

void truth(void)
{
	BITS_AT(union foo, a, 0, 0, 5);
	BITS_AT(union foo, l, 0, 0, 40);
	BITS_AT(union foo, high, 0, 4, 4);
}

int f(union foo *foo)
{
	return foo->a;
}
/*
kabi-test: bit-fields of a union begin at its first bit
kabi-records: union
kabi-require: machine x86_64
kabi-expect-start
union foo size=8 align=8 at=test.c:4
	0:0 a:5 +1 int
	0:0 b:9 +2 unsigned int
	0:0 c:1 +3 _Bool
	0:0 l:40 +5 long
	0 - +6 struct size=1 align=1 {
		0:0 low:4 +7 unsigned char
		0:4 high:4 +7 unsigned char
	}
kabi-expect-end
*/
