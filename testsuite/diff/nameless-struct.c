// SPDX-License-Identifier: GPL-2.0-or-later
/* A nameless struct around members says nothing. */
struct foo {
#ifdef NEW
	struct {
		int a;
		int b;
	};
#else
	int a;
	int b;
#endif
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: members wrapped in a nameless struct
kabi-run: diff
kabi-changes-start
kabi-changes-end
*/
