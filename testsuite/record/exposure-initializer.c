// SPDX-License-Identifier: GPL-2.0-or-later
/* Data have the layout of their type built in. */
/* kabi-file: foo.h */
struct foo {
	int a, b;
	union { long word; char byte; } u;
	struct { int x, y; } pair;
};

/* kabi-file: test.c */
#include "foo.h"

struct foo foo = { .b = 2, .u = { .byte = 1 } };
int *y = &foo.pair.y;
/*
kabi-test: members that an initialiser sets, or of which one has the address
kabi-run: show 'exposure foo'
kabi-expect-start
exposure struct foo {
	access b;
	access u.byte;
	offset pair.y;
	size;
};
kabi-expect-end
*/
