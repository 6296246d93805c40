// SPDX-License-Identifier: GPL-2.0-or-later
/* The new member stands where the slot was. */
struct foo {
	int a;
#ifdef NEW
	void *new;
#else
	unsigned long kabi_reserved1;
#endif
	unsigned long kabi_reserved2;
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: a reserved slot replaced
kabi-run: diff
kabi-except: mirror a convention read backwards is a removed member
kabi-changes-start
note reserve-used struct foo: kabi_reserved1
kabi-changes-end
*/
