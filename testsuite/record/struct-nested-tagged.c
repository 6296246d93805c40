// SPDX-License-Identifier: GPL-2.0-or-later
struct outer {
	struct inner {
		int a;
		int b;
	} in;
	long l;
};

long f(struct outer *outer)
{
	return outer->l;
}
/*
kabi-test: a tagged struct defined inside of another one
kabi-records: struct
kabi-expect-start
struct inner size=8 align=4 at=test.c:3
	0 a +1 int
	4 b +2 int
struct outer size=16 align=8 at=test.c:2
	0 in +4 struct inner
	8 l +5 long
kabi-expect-end
*/
