// SPDX-License-Identifier: GPL-2.0-or-later
struct foo {
	int a;
};
extern int call(int (*callback)(struct foo *));

int f(int n)
{
	int callback(struct foo *foo)
	{
		return foo->a + n;
	}
	return call(callback);
}
/*
kabi-test: a nested function leaves no trace of GCC's frame
kabi-records: struct, function
kabi-cflags: -z execstack -Wl,--no-warn-execstack
kabi-expect-start
struct foo size=4 align=4 at=test.c:2
	0 a +1 int
function call role=ref at=test.c:5
	func(*func(*struct foo) int) int
function f role=def at=test.c:7
	func(int) int
kabi-expect-end
*/
