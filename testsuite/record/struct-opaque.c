// SPDX-License-Identifier: GPL-2.0-or-later
struct opaque;

int f(struct opaque *opaque)
{
	return opaque != 0;
}
/*
kabi-test: a struct that is only declared has no record
kabi-records: struct, function
kabi-expect-start
function f role=def at=test.c:4
	func(*struct opaque) int
kabi-expect-end
*/
