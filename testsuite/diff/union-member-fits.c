// SPDX-License-Identifier: GPL-2.0-or-later
/* Nobody had to make room. */
union foo {
	long a;
#ifdef NEW
	int b;
#endif
	void *c;
};

int f(union foo *foo)
{
	return foo->a != 0;
}
/*
kabi-test: a member in a union that it fits
kabi-run: diff
kabi-changes-start
note member-added union foo: b
kabi-changes-end
*/
