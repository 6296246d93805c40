// SPDX-License-Identifier: GPL-2.0-or-later
#define AT(type, member, offset) \
	_Static_assert(__builtin_offsetof(struct type, member) == (offset), #member)

struct foo {
	char big[0x100000000];
	int behind;
	int b : 3;
};
AT(foo, behind, 0x100000000);

int f(struct foo *foo)
{
	return foo->behind;
}
/*
kabi-test: offsets of more than 32 bits
kabi-records: struct
kabi-require: machine x86_64
kabi-expect-start
struct foo size=4294967304 align=4 at=test.c:5
	0 big +1 [4294967296]char
	4294967296 behind +2 int
	4294967300:0 b:3 +3 int
kabi-expect-end
*/
