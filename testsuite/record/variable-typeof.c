// SPDX-License-Identifier: GPL-2.0-or-later
/* The types that are meant, whatever they were taken from. */
struct foo {
	int n;
};

__auto_type number = 5UL;
__auto_type pointer = (struct foo *)0;
typeof(number) same;
typeof(struct foo *) written;
typeof(int (*)(typeof(number), ...)) callback;
typeof(((struct foo *)0)->n) member;
const typeof(number) array[] = { 1, 2 };
_Static_assert(__builtin_types_compatible_p(typeof(number), unsigned long), "");
_Static_assert(__builtin_types_compatible_p(typeof(pointer), struct foo *), "");

typeof(pointer) f(typeof(number) a, __typeof__(*pointer) *b)
{
	__auto_type local = a + same;

	return b + local;
}
/*
kabi-test: __auto_type and typeof
kabi-records: struct, function, variable
kabi-expect-start
struct foo size=4 align=4 at=test.c:3
	0 n +1 int
function f role=def at=test.c:17
	func(unsigned long, *struct foo) *struct foo
variable array role=def at=test.c:13 size=16
	[2]const unsigned long
variable callback role=def at=test.c:11 size=8
	*func(unsigned long, ...) int
variable member role=def at=test.c:12 size=4
	int
variable number role=def at=test.c:7 size=8
	unsigned long
variable pointer role=def at=test.c:8 size=8
	*struct foo
variable same role=def at=test.c:9 size=8
	unsigned long
variable written role=def at=test.c:10 size=8
	*struct foo
kabi-expect-end
*/
