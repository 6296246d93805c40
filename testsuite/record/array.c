// SPDX-License-Identifier: GPL-2.0-or-later
struct foo {
	int grid[2][3];
	char *names[4];
	int (*row)[3];
	unsigned char big[0x10000];
};

int f(struct foo *foo)
{
	return foo->grid[1][1];
}
/*
kabi-test: arrays of arrays, of pointers, and pointers to arrays
kabi-records: struct
kabi-expect-start
struct foo size=65600 align=8 at=test.c:2
	0 grid +1 [2][3]int
	24 names +2 [4]*char
	56 row +3 *[3]int
	64 big +4 [65536]unsigned char
kabi-expect-end
*/
