// SPDX-License-Identifier: GPL-2.0-or-later
/* _Atomic is a type of its own that may be aligned more than its target. */
#include "layout.h"

struct pair {
	int a, b;
};

struct foo {
	char c;
	_Atomic struct pair pair;
	_Atomic(int *) pointer;
	int *_Atomic same;
	_Atomic int *target;
	const volatile _Atomic int all;
	_Atomic struct {
		char three[3];
	} odd;
};
AT(struct foo, pair, 8);
AT(struct foo, pointer, 16);
AT(struct foo, same, 24);
AT(struct foo, target, 32);
AT(struct foo, all, 40);
AT(struct foo, odd, 44);
SIZE(struct foo, 48, 8);
SIZE(struct pair, 8, 4);

_Atomic int variable;

int f(struct foo *foo, _Atomic struct pair *pair)
{
	return foo->c + !pair;
}
/*
kabi-test: _Atomic of structs, pointers, and with qualifiers
kabi-records: struct, function, variable
kabi-require: machine x86_64
kabi-expect-start
struct foo size=48 align=8 at=test.c:9
	0 c +1 char
	8 pair +2 _Atomic struct pair
	16 pointer +3 _Atomic *int
	24 same +4 _Atomic *int
	32 target +5 *_Atomic int
	40 all +6 const volatile _Atomic int
	44 odd +9 _Atomic struct size=3 align=1 {
		0 three +8 [3]char
	}
struct pair size=8 align=4 at=test.c:5
	0 a +1 int
	4 b +1 int
function f role=def at=test.c:31
	func(*struct foo, *_Atomic struct pair) int
variable variable role=def at=test.c:29 size=4
	_Atomic int
kabi-expect-end
*/
