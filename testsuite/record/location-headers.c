// SPDX-License-Identifier: GPL-2.0-or-later
#include "include/linux/foo.h"
#include "include/linux/../../lib/bar.h"
int f(struct foo *foo, struct bar *bar)
{
	return foo->a + bar->a;
}
/* kabi-file: include/linux/foo.h */
struct foo {
	int a;
};
/* kabi-file: lib/bar.h */
struct bar {
	int a;
};
/*
kabi-test: locations are relative to the source root
kabi-records: unit, struct, function
kabi-expect-start
unit test.c scope=used
struct bar size=4 align=4 at=lib/bar.h:13
	0 a +1 int
struct foo size=4 align=4 at=include/linux/foo.h:9
	0 a +1 int
function f role=def at=test.c:4
	func(*struct foo, *struct bar) int
kabi-expect-end
*/
