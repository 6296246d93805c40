// SPDX-License-Identifier: GPL-2.0-or-later
/* What decides whether to compile is not in the code. */
/* kabi-file: foo.h */
#define BUILD_BUG_ON(condition) _Static_assert(!(condition), "")
struct foo { int a; };
struct bar { long a; };

/* kabi-file: test.c */
#include "foo.h"

unsigned long f(void)
{
	BUILD_BUG_ON(sizeof(struct foo) != 4);
	return sizeof(struct bar);
}
/*
kabi-test: a size that is only asserted is not exposed
kabi-run: show
kabi-contains: ^exposure struct bar \{
kabi-excludes: ^exposure struct foo
*/
