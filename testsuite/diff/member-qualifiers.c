// SPDX-License-Identifier: GPL-2.0-or-later
/* Of the member, and of what it points to. */
struct foo {
#ifdef NEW
	volatile int a;
	const char *b;
#else
	int a;
	char *b;
#endif
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: const and volatile of members
kabi-run: diff
kabi-changes-start
source member-qualifiers-changed struct foo: a
source member-qualifiers-changed struct foo: b
kabi-changes-end
*/
