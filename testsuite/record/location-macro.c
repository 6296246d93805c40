// SPDX-License-Identifier: GPL-2.0-or-later
#define DEFINE(type, name)  \
	struct name {       \
		type first; \
		type rest;  \
	};

DEFINE(int, foo)

#define MEMBER(name) int name

struct bar {
	MEMBER(a);

	MEMBER(b);
};

int f(struct foo *foo, struct bar *bar)
{
	return foo->first + bar->b;
}
/*
kabi-test: what a macro expands to stands where it was called
kabi-records: struct, function
kabi-expect-start
struct bar size=8 align=4 at=test.c:12
	0 a +1 int
	4 b +3 int
struct foo size=8 align=4 at=test.c:8
	0 first +0 int
	4 rest +0 int
function f role=def at=test.c:18
	func(*struct foo, *struct bar) int
kabi-expect-end
*/
