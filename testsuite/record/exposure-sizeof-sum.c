// SPDX-License-Identifier: GPL-2.0-or-later
/* Two sizes that were folded into one constant; structs of that size are not it. */
/* kabi-file: foo.h */
struct a { char c[24]; };
struct b { char c[16]; };
struct other { char c[8]; };
void *get(unsigned long size);

/* kabi-file: test.c */
#include "foo.h"

void f(struct a *a, struct b *b, struct other *other)
{
	a = get(sizeof(*a) + sizeof(*b));
	other = get(1);
}
/*
kabi-test: a sum of two sizeof
kabi-run: show
kabi-contains: ^exposure struct a \{
kabi-contains: ^exposure struct b \{
kabi-excludes: ^exposure struct other
*/
