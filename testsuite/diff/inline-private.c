// SPDX-License-Identifier: GPL-2.0-or-later
/* Static functions of a .c file are in no consumer. */
#ifdef NEW
static inline int add(int n)
{
	return n + 2;
}
#else
static inline int add(int n)
{
	return n + 1;
}
#endif

int f(int n)
{
	return add(n);
}
/*
kabi-test: an inline function of a .c file
kabi-run: diff
kabi-changes-start
kabi-changes-end
*/
