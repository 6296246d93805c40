// SPDX-License-Identifier: GPL-2.0-or-later
/* kabi-file: a.c */
#include "common.h"

struct state {
	int in_a;
};

int a(struct state *state, struct common *common)
{
	return state->in_a + common->c;
}
/* kabi-file: b.c */
#include "common.h"

struct state {
	long in_b;
};

int b(struct state *state, struct common *common)
{
	return state->in_b + common->c;
}
/* kabi-file: common.h */
struct state;
struct common {
	struct state *state;
	int c;
};
/*
kabi-test: one tag, two types, in two files
kabi-records: struct, function
kabi-stderr-contains: struct state: 2 different
kabi-expect-start
struct common size=16 align=8 at=common.h:26
	0 state +1 *struct state
	8 c +2 int
struct state size=4 align=4 at=a.c:5
	0 in_a +1 int
	in 1 a.c
struct state size=8 align=8 at=b.c:16
	0 in_b +1 long
	in 1 b.c
function a role=def at=a.c:9
	func(*struct state, *struct common) int
function b role=def at=b.c:20
	func(*struct state, *struct common) int
kabi-expect-end
*/
