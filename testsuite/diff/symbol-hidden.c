// SPDX-License-Identifier: GPL-2.0-or-later
/* Hidden visibility is no export. */
#ifdef NEW
__attribute__((visibility("hidden")))
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
kabi-test: a function becomes hidden
kabi-run: diff
kabi-changes-start
break symbol-removed function f
kabi-changes-end
*/
