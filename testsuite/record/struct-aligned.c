// SPDX-License-Identifier: GPL-2.0-or-later
#define AT(type, member, offset) \
	_Static_assert(__builtin_offsetof(struct type, member) == (offset), #member)

struct foo {
	char c;
	int i __attribute__((aligned(16)));
};

struct bar {
	char c;
} __attribute__((aligned(64)));
AT(foo, c, 0);
AT(foo, i, 16);
_Static_assert(sizeof(struct foo) == 32 && _Alignof(struct foo) == 16, "foo");
AT(bar, c, 0);
_Static_assert(sizeof(struct bar) == 64 && _Alignof(struct bar) == 64, "bar");

int f(struct foo *foo, struct bar *bar)
{
	return foo->i + bar->c;
}
/*
kabi-test: alignment of a struct and of a member
kabi-records: struct
kabi-expect-start
struct bar size=64 align=64 at=test.c:10
	0 c +1 char
struct foo size=32 align=16 at=test.c:5
	0 c +1 char
	16 i +2 int
kabi-expect-end
*/
