// SPDX-License-Identifier: GPL-2.0-or-later
/* Callers pass arguments in another way. */
#ifdef NEW
int f(int n, ...)
#else
int f(int n)
#endif
{
	return n;
}
/*
kabi-test: variadic
kabi-probe: variadic
kabi-run: diff
kabi-changes-start
break variadic-changed function f
kabi-changes-end
*/
