// SPDX-License-Identifier: GPL-2.0-or-later
/* Nobody needs it yet. */
#ifdef NEW
int g(int n)
{
	return n;
}
#endif

int f(int n)
{
	return n;
}
/*
kabi-test: a function came
kabi-run: diff
kabi-changes-start
note symbol-added function g
kabi-changes-end
*/
