// SPDX-License-Identifier: GPL-2.0-or-later
/* It takes no room in the struct. */
struct foo {
	int n;
#ifdef NEW
	int tail[];
#endif
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: a flexible array at the end
kabi-run: diff
kabi-changes-start
note member-added struct foo: tail
kabi-changes-end
*/
