// SPDX-License-Identifier: GPL-2.0-or-later
struct foo {
	int a;
#include "members.h"
	int z;
};
int f(struct foo *foo)
{
	return foo->z;
}
/* kabi-file: members.h */
	int b;
	int c;
/*
kabi-test: a member that comes from another file has no line
kabi-records: struct
kabi-expect-start
struct foo size=16 align=4 at=test.c:2
	0 a +1 int
	4 b int
	8 c int
	12 z +3 int
kabi-expect-end
*/
