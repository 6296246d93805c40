// SPDX-License-Identifier: GPL-2.0-or-later
/* c[4] and c[(2+2)] are one array. */
struct foo {
#ifdef NEW
	int c[(2+2)];
#else
	int c[4];
#endif
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: an array bound spelled otherwise
kabi-probe: bound-respelled
kabi-run: diff
kabi-changes-start
kabi-changes-end
*/
