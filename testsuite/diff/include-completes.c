// SPDX-License-Identifier: GPL-2.0-or-later
/* Another file had its definition already. */
/* kabi-file: foo.h */
struct foo {
	int a;
};

/* kabi-file: user.c */
#ifdef NEW
#include "foo.h"
#endif
struct foo;

int f(struct foo *foo)
{
	return foo != 0;
}

/* kabi-file: owner.c */
#include "foo.h"

int g(struct foo *foo)
{
	return foo->a;
}
/*
kabi-test: a header pulled in that completes an opaque type
kabi-probe: type-completed
kabi-run: diff
kabi-changes-start
kabi-changes-end
*/
