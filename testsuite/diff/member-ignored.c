// SPDX-License-Identifier: GPL-2.0-or-later
/* It says itself that it is not to be compared. */
struct foo {
	int a;
#ifdef NEW
	union {
		int n;
		unsigned char __kabi_ignored0;
	};
#endif
	long b;
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: a member in a hole, ignored
kabi-run: diff
kabi-changes-start
kabi-changes-end
*/
