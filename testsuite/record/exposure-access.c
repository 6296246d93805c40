// SPDX-License-Identifier: GPL-2.0-or-later
/* A member that is read is exposed, and where the structs around it lie. */
/* kabi-file: foo.h */
struct pair { int x, y; };
struct foo {
	long first;
	struct pair pair;
	struct { int inner; };
	long unused;
};

/* kabi-file: test.c */
#include "foo.h"

int f(struct foo *foo)
{
	return foo->pair.y + foo->inner;
}
/*
kabi-test: members that the code reads
kabi-run: show 'exposure foo' 'exposure pair'
kabi-expect-start
exposure struct foo {
	access inner;
	offset pair;
};

exposure struct pair {
	access y;
	size;
};
kabi-expect-end
*/
