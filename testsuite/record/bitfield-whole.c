// SPDX-License-Identifier: GPL-2.0-or-later
struct foo {
	int a : 32;
	long b : 64;
	char c : 8;
};

int f(struct foo *foo)
{
	return foo->a;
}
/*
kabi-test: a bit-field as wide as its type is still one
kabi-records: struct
kabi-expect-start
struct foo size=24 align=8 at=test.c:2
	0:0 a:32 +1 int
	8:0 b:64 +2 long
	16:0 c:8 +3 char
kabi-expect-end
*/
