// SPDX-License-Identifier: GPL-2.0-or-later
enum later;

int f(enum later *l)
{
	return l != 0;
}
/*
kabi-test: an enum that is only declared is no empty enum
kabi-records: enum, function
kabi-expect-start
function f role=def at=test.c:4
	func(*enum later) int
kabi-expect-end
*/
