// SPDX-License-Identifier: GPL-2.0-or-later
/* No exported symbol has to do with it. */
/* kabi-file: foo.h */
struct foo {
	int a;
#ifdef NEW
	int b;
#endif
};

/* kabi-file: test.c */
#include "foo.h"

static int g(struct foo *foo)
{
	return foo->a;
}

int f(void)
{
	struct foo foo = { 1 };

	return g(&foo);
}
/*
kabi-test: a struct that no symbol reaches
kabi-run: diff
kabi-changes-start
kabi-changes-end
*/
