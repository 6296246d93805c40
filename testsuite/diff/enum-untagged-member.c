// SPDX-License-Identifier: GPL-2.0-or-later
/* The struct that holds it is the same struct. */
struct foo {
	enum {
#ifdef NEW
		IDLE,
		BUSY,
#else
		BUSY,
		IDLE,
#endif
	} state;
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: an untagged enum of a member, reordered
kabi-run: diff
kabi-with: symbols, distance
kabi-changes-start
break enumerator-value-changed enum { BUSY, ... }: BUSY | symbols f | distance 1
break enumerator-value-changed enum { BUSY, ... }: IDLE | symbols f | distance 1
kabi-changes-end
*/
