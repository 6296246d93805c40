// SPDX-License-Identifier: GPL-2.0-or-later
/* The old and the new way to write a flexible array. */
struct foo {
	int n;
#ifdef NEW
	int tail[];
#else
	int tail[0];
#endif
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: T a[0] to T a[]
kabi-probe: flexible-array
kabi-run: diff
kabi-changes-start
kabi-changes-end
*/
