// SPDX-License-Identifier: GPL-2.0-or-later
register unsigned long current_stack __asm__("rsp");

unsigned long f(void)
{
	return current_stack;
}
/*
kabi-test: a global register variable is no symbol
kabi-records: variable, function
kabi-require: machine x86_64
kabi-expect-start
function f role=def at=test.c:4
	func(void) unsigned long
kabi-expect-end
*/
