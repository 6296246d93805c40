// SPDX-License-Identifier: GPL-2.0-or-later
/* How a struct is passed depends on all its members; a pointer on nothing. */
/* kabi-file: foo.h */
struct pair { int x, y; };
struct opaque { int a; };
void take(struct pair pair), give(struct opaque *opaque);

/* kabi-file: test.c */
#include "foo.h"

void f(struct pair *pair, struct opaque *opaque)
{
	take(*pair);
	give(opaque);
}
/*
kabi-test: a struct that is passed by value, another by its address
kabi-run: show
kabi-contains: ^exposure struct pair \{
kabi-contains: ^	access x;
kabi-contains: ^	access y;
kabi-excludes: ^exposure struct opaque
*/
