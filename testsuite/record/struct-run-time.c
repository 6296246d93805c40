// SPDX-License-Identifier: GPL-2.0-or-later
int f(int n)
{
	struct foo {
		int a[n];
		int b;
	} foo;

	foo.b = 1;
	return foo.b + sizeof(foo);
}
/*
kabi-test: a member whose offset is known at run time only
kabi-records: struct
kabi-except: opt variables go away
kabi-stderr-contains: struct foo: member b: its offset is known at run time only
kabi-stderr-contains: struct foo: its size is known at run time only
kabi-expect-start
struct foo size=0 align=4 at=test.c:4 local=1
	0 a +1 [*]int
	!member b: its offset is known at run time only
	!its size is known at run time only
kabi-expect-end
*/
