// SPDX-License-Identifier: GPL-2.0-or-later
#define AT(type, member, offset) \
	_Static_assert(__builtin_offsetof(struct type, member) == (offset), #member)

struct foo {
	int n;
	char data[];
};

struct bar {
	int n;
	long old[0];
};
AT(foo, data, 4);
_Static_assert(sizeof(struct foo) == 4 && _Alignof(struct foo) == 4, "foo");
AT(bar, old, 8);
_Static_assert(sizeof(struct bar) == 8 && _Alignof(struct bar) == 8, "bar");

int f(struct foo *foo, struct bar *bar)
{
	return foo->n + bar->n;
}
/*
kabi-test: flexible and zero-length arrays, told apart
kabi-records: struct
kabi-expect-start
struct bar size=8 align=8 at=test.c:10
	0 n +1 int
	8 old +2 [0]long
struct foo size=4 align=4 at=test.c:5
	0 n +1 int
	4 data +2 []char
kabi-expect-end
*/
