// SPDX-License-Identifier: GPL-2.0-or-later
/* Microsoft's rules: a bit-field of another size begins a unit of its own. */
#include "layout.h"

struct foo {
	char a : 3;
	int b : 3;
} __attribute__((ms_struct));
SIZE(struct foo, 8, 4);

void truth(void)
{
	BITS_AT(struct foo, a, 0, 0, 3);
	BITS_AT(struct foo, b, 4, 0, 3);
}

int f(struct foo *foo)
{
	return foo->a;
}
/*
kabi-test: ms_struct
kabi-records: struct
kabi-require: machine x86_64
kabi-expect-start
struct foo size=8 align=4 at=test.c:5
	0:0 a:3 +1 char
	4:0 b:3 +2 int
kabi-expect-end
*/
