// SPDX-License-Identifier: GPL-2.0-or-later
/* What it was is kept for its size and alignment. */
struct foo {
	int a;
#ifdef NEW
	union {
		void *b;
		struct {
			unsigned long b;
		} rh_kabi_hidden_12;
	};
#else
	unsigned long b;
#endif
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: a member replaced by a convention
kabi-run: diff
kabi-except: mirror a convention read backwards is a removed member
kabi-changes-start
note member-replaced struct foo: b
kabi-changes-end
*/
