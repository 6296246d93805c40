// SPDX-License-Identifier: GPL-2.0-or-later
/* An element of an array that one has a pointer to, and what is read of it. */
/* kabi-file: foo.h */
struct foo { int a, b, c; };

/* kabi-file: test.c */
#include "foo.h"

int f(struct foo (*foo)[3])
{
	return (*foo)[1].b;
}
/*
kabi-test: a pointer to an array of structs is no pointer to other bytes
kabi-run: show 'exposure foo'
kabi-expect-start
exposure struct foo {
	access b;
	size;
};
kabi-expect-end
*/
