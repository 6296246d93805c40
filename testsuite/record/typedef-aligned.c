// SPDX-License-Identifier: GPL-2.0-or-later
#define AT(type, member, offset) \
	_Static_assert(__builtin_offsetof(struct type, member) == (offset), #member)

typedef long under __attribute__((aligned(4)));
typedef int over __attribute__((aligned(16)));

struct foo {
	char c;
	under u;
	over o;
};
AT(foo, u, 4);
AT(foo, o, 16);
_Static_assert(sizeof(struct foo) == 32 && _Alignof(struct foo) == 16, "foo");

int f(struct foo *foo)
{
	return foo->o;
}
/*
kabi-test: a typedef that changes the alignment of its members
kabi-records: struct, typedef
kabi-expect-start
struct foo size=32 align=16 at=test.c:8
	0 c +1 char
	4 u +2 under
	16 o +3 over
typedef over at=test.c:6
	int
typedef under at=test.c:5
	long
kabi-expect-end
*/
