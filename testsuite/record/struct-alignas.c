// SPDX-License-Identifier: GPL-2.0-or-later
#include "layout.h"

struct foo {
	char c;
	_Alignas(16) int i;
	_Alignas(long) char d;
};
AT(struct foo, i, 16);
AT(struct foo, d, 24);
SIZE(struct foo, 32, 16);

struct most {
	char c;
} __attribute__((aligned));
SIZE(struct most, __BIGGEST_ALIGNMENT__, __BIGGEST_ALIGNMENT__);

struct empty {
} __attribute__((aligned(8)));
SIZE(struct empty, 0, 8);

int f(struct foo *foo, struct most *most, struct empty *empty)
{
	return foo->c + most->c + !empty;
}
/*
kabi-test: _Alignas, aligned without a number, aligned and empty
kabi-records: struct
kabi-require: machine x86_64
kabi-expect-start
struct empty size=0 align=8 at=test.c:18
struct foo size=32 align=16 at=test.c:4
	0 c +1 char
	16 i +2 int
	24 d +3 char
struct most size=16 align=16 at=test.c:13
	0 c +1 char
kabi-expect-end
*/
