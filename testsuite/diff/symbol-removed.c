// SPDX-License-Identifier: GPL-2.0-or-later
/* It became static. */
#ifdef NEW
static
#endif
int f(int n)
{
	return n;
}

int g(int n)
{
	return f(n);
}
/*
kabi-test: a function is no longer there
kabi-run: diff
kabi-with: values, symbols, locations
kabi-changes-start
break symbol-removed function f | int (int) -> - | symbols f | at test.c:6 -> -
kabi-changes-end
*/
