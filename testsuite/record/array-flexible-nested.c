// SPDX-License-Identifier: GPL-2.0-or-later
#include "layout.h"

struct inner {
	short n;
	char data[];
};

struct foo {
	int k;
	struct inner last;
};
AT(struct foo, last.data, 6);
SIZE(struct foo, 8, 4);

struct bar {
	int k;
	struct {
		int n;
		struct inner *data[];
	} many[];
};
AT(struct bar, many, 8);
SIZE(struct bar, 8, 8);

struct baz {
	char n;
	int data[1];
	int rows[][3];
};
AT(struct baz, rows, 8);
SIZE(struct baz, 8, 4);

int f(struct foo *foo, struct bar *bar, struct baz *baz)
{
	return foo->k + bar->k + baz->n;
}
/*
kabi-test: flexible arrays of nested structs, of arrays, and [1]
kabi-records: struct
kabi-require: machine x86_64
kabi-expect-start
struct bar size=8 align=8 at=test.c:16
	0 k +1 int
	8 many +5 []struct size=8 align=8 {
		0 n +3 int
		8 data +4 []*struct inner
	}
struct baz size=8 align=4 at=test.c:26
	0 n +1 char
	4 data +2 [1]int
	8 rows +3 [][3]int
struct foo size=8 align=4 at=test.c:9
	0 k +1 int
	4 last +2 struct inner
struct inner size=2 align=2 at=test.c:4
	0 n +1 short
	2 data +2 []char
kabi-expect-end
*/
