// SPDX-License-Identifier: GPL-2.0-or-later
#define AT(type, member, offset) \
	_Static_assert(__builtin_offsetof(struct type, member) == (offset), #member)

struct foo {
	char c;
	long l;
	short s;
} __attribute__((packed));
AT(foo, c, 0);
AT(foo, l, 1);
AT(foo, s, 9);
_Static_assert(sizeof(struct foo) == 11 && _Alignof(struct foo) == 1, "foo");

long f(struct foo *foo)
{
	return foo->l;
}
/*
kabi-test: packed: members without padding, alignment 1
kabi-records: struct
kabi-expect-start
struct foo size=11 align=1 at=test.c:5
	0 c +1 char
	1 l +2 long
	9 s +3 short
kabi-expect-end
*/
