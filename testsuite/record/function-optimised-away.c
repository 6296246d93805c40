// SPDX-License-Identifier: GPL-2.0-or-later
extern void never(void) __attribute__((error("never called")));

int f(unsigned int a)
{
	if (a / 2 > 0x80000000u)
		never();
	return a;
}
/*
kabi-test: a reference that is not in the object is none
kabi-records: function
kabi-except: opt the reference stays without optimisation
kabi-expect-start
function f role=def at=test.c:4
	func(unsigned int) int
kabi-expect-end
*/
