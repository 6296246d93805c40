// SPDX-License-Identifier: GPL-2.0-or-later
typedef struct {
	int a;
} first, second, *pointer;

struct foo {
	first f;
	second s;
	pointer p;
};

int f(struct foo *foo)
{
	return foo->s.a;
}
/*
kabi-test: an untagged type with two names has its body in the first
kabi-records: struct, typedef
kabi-expect-start
struct foo size=16 align=8 at=test.c:6
	0 f +1 first
	4 s +2 second
	8 p +3 pointer
typedef first at=test.c:2
	struct size=4 align=4 {
		0 a +1 int
	}
typedef pointer at=test.c:4
	*first
typedef second at=test.c:4
	first
kabi-expect-end
*/
