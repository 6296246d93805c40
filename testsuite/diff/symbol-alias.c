// SPDX-License-Identifier: GPL-2.0-or-later
/* One thing with two names: one change with two symbols. */
#ifdef NEW
int f(int n, int m)
#else
int f(int n)
#endif
{
	return n;
}

extern __typeof__(f) g __attribute__((alias("f")));
/*
kabi-test: an alias and what it stands for
kabi-run: diff
kabi-with: symbols
kabi-changes-start
break parameter-added function f: parameter 2 | symbols f g
kabi-changes-end
*/
