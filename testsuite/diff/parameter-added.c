// SPDX-License-Identifier: GPL-2.0-or-later
/* The first one. */
#ifdef NEW
int f(void *context, int n)
{
	return context && n;
}
#else
int f(int n)
{
	return n;
}
#endif
/*
kabi-test: a parameter added
kabi-run: diff
kabi-with: values
kabi-changes-start
break parameter-added function f: parameter 1 | - -> void *
kabi-changes-end
*/
