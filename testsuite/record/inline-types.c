// SPDX-License-Identifier: GPL-2.0-or-later
/* What the signature and the body of an inline function lead to has records. */
/* kabi-file: foo.h */
typedef unsigned int u32;
struct bar { long b; };
struct foo { struct bar *bar; };
union value { u32 number; float fraction; };
struct other { int a; };

static inline u32 get(const struct foo *foo, union value value)
{
	return foo->bar->b + value.number;
}
static inline int unreached(struct other *other) { return other->a; }

/* kabi-file: test.c */
#include "foo.h"

int f(void *p)
{
	union value value = { 0 };

	return get(p, value);
}
/*
kabi-test: types of an inline function
kabi-records: struct, union, typedef
kabi-expect-start
struct bar size=8 align=8 at=foo.h:5
	0 b +0 long
struct foo size=8 align=8 at=foo.h:6
	0 bar +0 *struct bar
union value size=4 align=4 at=foo.h:7
	0 number +0 u32
	0 fraction +0 float
typedef u32 at=foo.h:4
	unsigned int
kabi-expect-end
*/
