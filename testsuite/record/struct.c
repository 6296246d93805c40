// SPDX-License-Identifier: GPL-2.0-or-later
#define AT(type, member, offset) \
	_Static_assert(__builtin_offsetof(struct type, member) == (offset), #member)

struct foo {
	char c;
	int i;
	short s;
	long l;
	char tail;
};
AT(foo, c, 0);
AT(foo, i, 4);
AT(foo, s, 8);
AT(foo, l, 16);
AT(foo, tail, 24);
_Static_assert(sizeof(struct foo) == 32 && _Alignof(struct foo) == 8, "foo");

int f(struct foo *foo)
{
	return foo->i;
}
/*
kabi-test: members with holes and padding
kabi-records: struct
kabi-expect-start
struct foo size=32 align=8 at=test.c:5
	0 c +1 char
	4 i +2 int
	8 s +3 short
	16 l +4 long
	24 tail +5 char
kabi-expect-end
*/
