// SPDX-License-Identifier: GPL-2.0-or-later
#include "layout.h"

struct foo {
	_Bool b : 1;
	__int128 q : 100;
	unsigned __int128 uq : 30;
	long long ll : 33;
	_Bool last : 1;
};
SIZE(struct foo, 32, 16);

void truth(void)
{
	BITS_AT(struct foo, b, 0, 0, 1);
	BITS_AT(struct foo, q, 0, 1, 100);
	BITS_AT(struct foo, uq, 16, 0, 30);
	BITS_AT(struct foo, ll, 19, 6, 33);
	BITS_AT(struct foo, last, 23, 7, 1);
}

int f(struct foo *foo)
{
	return foo->b;
}
/*
kabi-test: bit-fields of __int128 and _Bool
kabi-records: struct, base
kabi-require: machine x86_64
kabi-expect-start
base _Bool size=1 align=1 encoding=bool
base __int128 size=16 align=16 encoding=signed
base int size=4 align=4 encoding=signed
base long long size=8 align=8 encoding=signed
base unsigned __int128 size=16 align=16 encoding=unsigned
base unsigned char size=1 align=1 encoding=unsigned
struct foo size=32 align=16 at=test.c:4
	0:0 b:1 +1 _Bool
	0:1 q:100 +2 __int128
	16:0 uq:30 +3 unsigned __int128
	19:6 ll:33 +4 long long
	23:7 last:1 +5 _Bool
kabi-expect-end
*/
