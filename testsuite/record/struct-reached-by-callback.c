// SPDX-License-Identifier: GPL-2.0-or-later
/* Nothing but a parameter of a parameter of a callback names the last one. */
#include "a.h"
int f(struct ops *ops)
{
	return !ops;
}
/* kabi-file: a.h */
struct argument {
	int a;
};

struct result {
	long r;
};

union deeper {
	char c;
	enum deepest { DEEP = 7 } e;
};

struct ops {
	struct result (*run)(struct argument *);
	int (*nested)(void (*)(union deeper *));
};

struct unrelated {
	int u;
};
/*
kabi-test: types reached through callbacks only
kabi-records: struct, union, enum
kabi-expect-start
struct argument size=4 align=4 at=a.h:9
	0 a +1 int
struct ops size=16 align=8 at=a.h:22
	0 run +1 *func(*struct argument) struct result
	8 nested +2 *func(*func(*union deeper) void) int
struct result size=8 align=8 at=a.h:13
	0 r +1 long
union deeper size=4 align=4 at=a.h:17
	0 c +1 char
	0 e +2 enum deepest
enum deepest size=4 signed=0 at=a.h:19
	DEEP 7 +0
kabi-expect-end
*/
