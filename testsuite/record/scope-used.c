// SPDX-License-Identifier: GPL-2.0-or-later
#include "a.h"
int f(struct used *used)
{
	return used->a;
}
/* kabi-file: a.h */
struct used {
	int a;
};
struct unused {
	int b;
};
typedef struct unused *unused_t;
static inline int unused(struct only_by_unused {
	int c;
} *p, struct unused *q)
{
	return p->c + q->b;
}
/*
kabi-test: what nothing needs is not recorded
kabi-records: struct, typedef, function
kabi-cflags: -w
kabi-expect-start
struct used size=4 align=4 at=a.h:8
	0 a +1 int
function f role=def at=test.c:3
	func(*struct used) int
kabi-expect-end
*/
