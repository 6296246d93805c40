// SPDX-License-Identifier: GPL-2.0-or-later
inline int only_inline(int a)
{
	return a + 1;
}
extern inline int emitted(int a)
{
	return a + 2;
}
int emitted(int a);
static inline int internal(int a)
{
	return a + 3;
}
extern inline __attribute__((gnu_inline)) int gnu(int a)
{
	return a + 4;
}

int f(int a)
{
	return emitted(a) + internal(a) + gnu(a);
}
/*
kabi-test: inline functions with external linkage
kabi-records: function
kabi-expect-start
function emitted role=def at=test.c:6
	func(int) int
function f role=def at=test.c:20
	func(int) int
kabi-expect-end
*/
