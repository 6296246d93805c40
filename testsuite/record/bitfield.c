// SPDX-License-Identifier: GPL-2.0-or-later
/* The psABI for x86-64: from the least significant bit on, never over a boundary
 * of the declared type. */
struct foo {
	unsigned int a : 3;
	unsigned int b : 7;
	int c : 30;
	char d;
	long e : 40;
	_Bool f : 1;
};
_Static_assert(sizeof(struct foo) == 16, "");

int f(struct foo *foo)
{
	return foo->c;
}
/*
kabi-test: bit-fields: the byte that holds the first bit, and the bit in it
kabi-records: struct
kabi-require: machine x86_64
kabi-expect-start
struct foo size=16 align=8 at=test.c:4
	0:0 a:3 +1 unsigned int
	0:3 b:7 +2 unsigned int
	4:0 c:30 +3 int
	8 d +4 char
	9:0 e:40 +5 long
	14:0 f:1 +6 _Bool
kabi-expect-end
*/
