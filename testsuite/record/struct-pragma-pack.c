// SPDX-License-Identifier: GPL-2.0-or-later
#define AT(type, member, offset) \
	_Static_assert(__builtin_offsetof(struct type, member) == (offset), #member)

#pragma pack(2)
struct foo {
	char c;
	long l;
};
#pragma pack()
AT(foo, c, 0);
AT(foo, l, 2);
_Static_assert(sizeof(struct foo) == 10 && _Alignof(struct foo) == 2, "foo");

long f(struct foo *foo)
{
	return foo->l;
}
/*
kabi-test: #pragma pack bounds the alignment of members
kabi-records: struct
kabi-expect-start
struct foo size=10 align=2 at=test.c:6
	0 c +1 char
	2 l +2 long
kabi-expect-end
*/
