// SPDX-License-Identifier: GPL-2.0-or-later
/* Where the attribute stands makes no difference; aligned on top of it does. */
#include "layout.h"

struct __attribute__((packed)) before {
	char c;
	int i;
};
SIZE(struct before, 5, 1);

struct behind {
	char c;
	int i;
} __attribute__((packed));
SIZE(struct behind, 5, 1);

struct both {
	char c;
	int i;
	char d;
} __attribute__((packed, aligned(4)));
AT(struct both, i, 1);
SIZE(struct both, 8, 4);

/* A member's own type stays as it is. */
struct outer {
	char c;
	struct {
		char c;
		int i;
	} in;
	struct both both;
} __attribute__((packed));
AT(struct outer, in.i, 5);
AT(struct outer, both, 9);
SIZE(struct outer, 17, 1);

int f(struct before *before, struct behind *behind, struct outer *outer)
{
	return before->c + behind->c + outer->c;
}
/*
kabi-test: packed before and behind, with aligned, around another struct
kabi-records: struct
kabi-require: machine x86_64
kabi-expect-start
struct before size=5 align=1 at=test.c:5
	0 c +1 char
	1 i +2 int
struct behind size=5 align=1 at=test.c:11
	0 c +1 char
	1 i +2 int
struct both size=8 align=4 at=test.c:17
	0 c +1 char
	1 i +2 int
	5 d +3 char
struct outer size=17 align=1 at=test.c:26
	0 c +1 char
	1 in +5 struct size=8 align=4 {
		0 c +3 char
		4 i +4 int
	}
	9 both +6 struct both
kabi-expect-end
*/
