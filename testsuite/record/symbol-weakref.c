// SPDX-License-Identifier: GPL-2.0-or-later
/* The name of a weakref is none of a symbol: what it refers to is, weakly. */
static int name(int) __attribute__((weakref("elsewhere")));
static int other(void) __attribute__((weakref, alias("other_elsewhere")));
static int unused(void) __attribute__((weakref("unused_elsewhere")));
static int variable __attribute__((weakref("variable_elsewhere")));

int f(void)
{
	return (name ? name(1) : other()) + variable;
}
/*
kabi-test: other names for symbols that need not be there
kabi-records: function, variable, call
kabi-expect-start
function elsewhere role=ref at=test.c:3 bind=weak
	func(int) int
function f role=def at=test.c:8
	func(void) int
function other_elsewhere role=ref at=test.c:4 bind=weak
	func(void) int
variable variable_elsewhere role=ref at=test.c:6 bind=weak size=4
	int
kabi-expect-end
*/
