// SPDX-License-Identifier: GPL-2.0-or-later
int used(int);
int unused(int);
static int internal(int a)
{
	return a + 1;
}
static inline int inlined(int a)
{
	return a + 2;
}
int gone(int);

int f(int a)
{
	if (0)
		return gone(a);
	return used(a) + internal(a) + inlined(a);
}
int (*taken(void))(int)
{
	return used;
}
/*
kabi-test: what is defined, what is used, what is neither
kabi-records: function
kabi-expect-start
function f role=def at=test.c:14
	func(int) int
function taken role=def at=test.c:20
	func(void) *func(int) int
function used role=ref at=test.c:2
	func(int) int
kabi-expect-end
*/
