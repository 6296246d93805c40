// SPDX-License-Identifier: GPL-2.0-or-later
/* One tag as struct, union and enum, in scopes that do not see each other. */
struct thing {
	int file;
};

static int first(struct thing *thing)
{
	union thing {
		long in_first;
		char c;
	} u = { thing->file };

	return u.c;
}

static int second(void)
{
	enum thing { ONE = 1, TWO };
	enum thing t = ONE;

	return t + TWO;
}

int f(struct thing *thing)
{
	struct thing;
	struct pointer {
		struct thing *inner;
	} p = { 0 };
	struct thing {
		char block[2];
	} t = { { 1 } };

	p.inner = &t;
	return first(thing) + second() + p.inner->block[0];
}
/*
kabi-test: one tag, four types of three kinds
kabi-records: struct, union, enum
kabi-except: opt variables go away
kabi-expect-start
struct pointer size=8 align=8 at=test.c:28 local=1
	0 inner +1 *struct thing
struct thing size=2 align=1 at=test.c:31 local=1
	0 block +1 [2]char
	in 1 test.c
struct thing size=4 align=4 at=test.c:3
	0 file +1 int
	in 1 test.c
union thing size=8 align=8 at=test.c:9 local=1
	0 in_first +1 long
	0 c +2 char
enum thing size=4 signed=0 at=test.c:19 local=1
	ONE 1 +0
	TWO 2 +0
kabi-expect-end
*/
