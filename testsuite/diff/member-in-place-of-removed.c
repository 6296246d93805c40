// SPDX-License-Identifier: GPL-2.0-or-later
/* What is gone is a break, what came harms nobody. */
struct foo {
	int a;
#ifdef NEW
	unsigned int c;
#else
	int b;
#endif
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: a member in the place of a removed one
kabi-run: diff
kabi-changes-start
break member-removed struct foo: b
note member-added struct foo: c
kabi-changes-end
*/
