// SPDX-License-Identifier: GPL-2.0-or-later
/* A caller passes an int, the function reads a long. */
#ifdef NEW
int f(long n)
#else
int f(int n)
#endif
{
	return n != 0;
}
/*
kabi-test: a parameter int to long
kabi-probe: parameter-type
kabi-run: diff
kabi-with: values, symbols, distance
kabi-changes-start
break parameter-type-changed function f: parameter 1 | int -> long | symbols f | distance 0
kabi-changes-end
*/
