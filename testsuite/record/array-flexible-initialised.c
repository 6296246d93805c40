// SPDX-License-Identifier: GPL-2.0-or-later
/* Its type has the size that sizeof gives, whatever the initialiser adds. */
struct foo {
	int n;
	char data[];
};

struct foo foo = { 3, "abc" };
_Static_assert(sizeof(foo) == 4, "foo");

struct foo *f(void)
{
	return &foo;
}
/*
kabi-test: a variable with an initialised flexible array
kabi-records: struct, variable
kabi-expect-start
struct foo size=4 align=4 at=test.c:3
	0 n +1 int
	4 data +2 []char
variable foo role=def at=test.c:8 size=4
	struct foo
kabi-expect-end
*/
