// SPDX-License-Identifier: GPL-2.0-or-later
typedef const int cint;
typedef int row[3];
typedef char *string;

struct foo {
	cint a;
	volatile cint b;
	const row c;
	row d;
	const string e;
};

int f(struct foo *foo)
{
	return foo->a;
}
/*
kabi-test: qualifiers of a typedef, and on top of one
kabi-records: struct, typedef
kabi-expect-start
struct foo size=40 align=8 at=test.c:6
	0 a +1 cint
	4 b +2 volatile cint
	8 c +3 const row
	20 d +4 row
	32 e +5 const string
typedef cint at=test.c:2
	const int
typedef row at=test.c:3
	[3]int
typedef string at=test.c:4
	*char
kabi-expect-end
*/
