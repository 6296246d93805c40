// SPDX-License-Identifier: GPL-2.0-or-later
struct foo {
	unsigned int a : 30;
	unsigned int b : 7;
	unsigned int c : 27;
} __attribute__((packed));
_Static_assert(sizeof(struct foo) == 8, "");

int f(struct foo *foo)
{
	return foo->b;
}
/*
kabi-test: packed bit-fields go over the boundaries of their type
kabi-records: struct
kabi-require: machine x86_64
kabi-expect-start
struct foo size=8 align=1 at=test.c:2
	0:0 a:30 +1 unsigned int
	3:6 b:7 +2 unsigned int
	4:5 c:27 +3 unsigned int
kabi-expect-end
*/
