// SPDX-License-Identifier: GPL-2.0-or-later
/* Steps of a pointer are sizes, whatever it is converted to at once. */
/* kabi-file: foo.h */
struct constant { int c[3]; };
struct variable { int v[5]; };
struct array { int a[7]; };
struct bytes { int b[9]; };

/* kabi-file: test.c */
#include "foo.h"

void *f(struct constant *p)
{
	return p + 1;
}

void *g(struct variable *p, int i)
{
	return p - i;
}

void *h(struct array (*p)[3])
{
	return p + 2;
}

char *bytes(struct bytes *p, unsigned long i)
{
	return (char *)p + i;
}
/*
kabi-test: arithmetic whose result is no pointer to the struct
kabi-run: show
kabi-contains: ^exposure struct constant \{
kabi-contains: ^exposure struct variable \{
kabi-contains: ^exposure struct array \{
kabi-excludes: ^exposure struct bytes
*/
