// SPDX-License-Identifier: GPL-2.0-or-later
/* The subject is what OLD has. */
#ifdef NEW
int f;
#else
int f(int n)
{
	return n;
}
#endif
int g;
/*
kabi-test: a function becomes a variable
kabi-run: diff
kabi-with: values
kabi-changes-start
break symbol-kind-changed function f | function -> variable
kabi-changes-end
*/
