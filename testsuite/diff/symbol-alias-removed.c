// SPDX-License-Identifier: GPL-2.0-or-later
/* Both names are gone at once. */
int h;
#ifndef NEW
int f(int n)
{
	return n;
}

extern __typeof__(f) g __attribute__((alias("f")));
#endif
/*
kabi-test: an alias and what it stands for, removed
kabi-run: diff
kabi-with: symbols
kabi-changes-start
break symbol-removed function f | symbols f g
kabi-changes-end
*/
