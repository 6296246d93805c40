// SPDX-License-Identifier: GPL-2.0-or-later
/* A name is not an interface in C. */
#ifdef NEW
int f(int number)
{
	return number;
}
#else
int f(int n)
{
	return n;
}
#endif
/*
kabi-test: a parameter renamed
kabi-probe: parameter-renamed
kabi-run: diff
kabi-changes-start
kabi-changes-end
*/
