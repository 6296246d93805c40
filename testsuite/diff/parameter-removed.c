// SPDX-License-Identifier: GPL-2.0-or-later
/* The middle one. */
#ifdef NEW
int f(int a, char *c)
{
	return c[a];
}
#else
int f(int a, long b, char *c)
{
	return c[a + b];
}
#endif
/*
kabi-test: a parameter removed
kabi-run: diff
kabi-with: values
kabi-changes-start
break parameter-removed function f: parameter 2 | long -> -
kabi-changes-end
*/
