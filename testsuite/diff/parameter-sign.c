// SPDX-License-Identifier: GPL-2.0-or-later
/* Both are integers of one size. */
#ifdef NEW
int f(unsigned int n)
#else
int f(int n)
#endif
{
	return n != 0;
}
/*
kabi-test: a parameter int to unsigned
kabi-run: diff
kabi-changes-start
risk parameter-type-changed function f: parameter 1
kabi-changes-end
*/
