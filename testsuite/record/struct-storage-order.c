// SPDX-License-Identifier: GPL-2.0-or-later
/* Another byte order has the same layout and another meaning. */
#include "layout.h"

struct foo {
	int i;
	struct {
		short s;
	} in;
} __attribute__((scalar_storage_order("big-endian")));

struct bar {
	int i;
} __attribute__((scalar_storage_order("little-endian")));
SIZE(struct foo, 8, 4);

int f(struct foo *foo, struct bar *bar)
{
	return foo->i + bar->i;
}
/*
kabi-test: scalar_storage_order is said
kabi-records: struct
kabi-require: machine x86_64
kabi-stderr-contains: struct foo: its bytes are stored in reversed order
kabi-expect-start
struct bar size=4 align=4 at=test.c:12
	0 i +1 int
struct foo size=8 align=4 at=test.c:5
	0 i +1 int
	4 in +4 struct size=2 align=2 {
		0 s +3 short
	}
	!its bytes are stored in reversed order
kabi-expect-end
*/
