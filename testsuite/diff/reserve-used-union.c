// SPDX-License-Identifier: GPL-2.0-or-later
/* The slot is still there, beside the new member. */
struct foo {
	int a;
#ifdef NEW
	union {
		void *new;
		struct {
			unsigned long kabi_reserved1;
		};
	};
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
kabi-test: a reserved slot taken through a union
kabi-probe: reserve-used
kabi-run: diff
kabi-with: values
kabi-except: mirror a convention read backwards is a removed member
kabi-changes-start
note reserve-used struct foo: kabi_reserved1 | unsigned long -> void *new
kabi-changes-end
*/
