// SPDX-License-Identifier: GPL-2.0-or-later
typedef unsigned char u8;
enum color { RED, GREEN };

struct foo {
	u8 a : 4, b : 4;
	enum color c : 2;
	const volatile unsigned d : 5;
};

int f(struct foo *foo)
{
	return foo->a;
}
/*
kabi-test: bit-fields of typedefs, enums and qualified types
kabi-records: struct, enum, typedef, base
kabi-expect-start
base int size=4 align=4 encoding=signed
base unsigned char size=1 align=1 encoding=unsigned
base unsigned int size=4 align=4 encoding=unsigned
struct foo size=4 align=4 at=test.c:5
	0:0 a:4 +1 u8
	0:4 b:4 +1 u8
	1:0 c:2 +2 enum color
	1:2 d:5 +3 const volatile unsigned int
enum color size=4 signed=0 at=test.c:3
	RED 0 +0
	GREEN 1 +0
typedef u8 at=test.c:2
	unsigned char
kabi-expect-end
*/
