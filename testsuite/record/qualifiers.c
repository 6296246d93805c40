// SPDX-License-Identifier: GPL-2.0-or-later
struct foo {
	const char *pointer_to_const;
	char *const const_pointer;
	volatile int v;
	const volatile long cv;
	int *restrict r;
	_Atomic int a;
	const int array[2];
	const char *const *const chain;
};

int f(struct foo *foo)
{
	return foo->v;
}
/*
kabi-test: qualifiers stand before what they qualify
kabi-records: struct
kabi-expect-start
struct foo size=64 align=8 at=test.c:2
	0 pointer_to_const +1 *const char
	8 const_pointer +2 const *char
	16 v +3 volatile int
	24 cv +4 const volatile long
	32 r +5 restrict *int
	40 a +6 _Atomic int
	44 array +7 [2]const int
	56 chain +8 const *const *const char
kabi-expect-end
*/
