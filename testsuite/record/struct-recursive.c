// SPDX-License-Identifier: GPL-2.0-or-later
struct a {
	struct b *b;
	struct a *self;
};

struct b {
	struct a a;
};

int f(struct b *b)
{
	return b->a.b == b;
}
/*
kabi-test: types that point to each other
kabi-records: struct
kabi-expect-start
struct a size=16 align=8 at=test.c:2
	0 b +1 *struct b
	8 self +2 *struct a
struct b size=16 align=8 at=test.c:7
	0 a +1 struct a
kabi-expect-end
*/
