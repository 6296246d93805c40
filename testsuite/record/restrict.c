// SPDX-License-Identifier: GPL-2.0-or-later
struct foo {
	char *restrict a;
	char *__restrict b;
	char *restrict *c;
	int (*copy)(void *restrict to, const void *restrict from);
	const char *restrict const volatile all;
};

char *restrict pointer;

int f(char *restrict to, char *restrict *p, int n, int array[restrict n])
{
	return *to + **p + array[0];
}
/*
kabi-test: restrict, at members and below pointers; not of a parameter itself
kabi-records: struct, function, variable
kabi-expect-start
struct foo size=40 align=8 at=test.c:2
	0 a +1 restrict *char
	8 b +2 restrict *char
	16 c +3 *restrict *char
	24 copy +4 *func(*void, *const void) int
	32 all +5 const volatile restrict *const char
function f role=def at=test.c:12
	func(*char, *restrict *char, int, *int) int
variable pointer role=def at=test.c:10 size=8
	restrict *char
kabi-expect-end
*/
