// SPDX-License-Identifier: GPL-2.0-or-later
#define AT(type, member, offset) \
	_Static_assert(__builtin_offsetof(struct type, member) == (offset), #member)

struct foo {
	int a;
	struct {
		char c;
		long l;
	} in, more[2];
};
AT(foo, a, 0);
AT(foo, in.l, 16);
AT(foo, more[1].l, 48);
_Static_assert(sizeof(struct foo) == 56 && _Alignof(struct foo) == 8, "foo");

int f(struct foo *foo)
{
	return foo->a;
}
/*
kabi-test: an untagged struct with a name of its own
kabi-records: struct
kabi-expect-start
struct foo size=56 align=8 at=test.c:5
	0 a +1 int
	8 in +5 struct size=16 align=8 {
		0 c +3 char
		8 l +4 long
	}
	24 more +5 [2]struct size=16 align=8 {
		0 c +3 char
		8 l +4 long
	}
kabi-expect-end
*/
