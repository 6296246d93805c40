// SPDX-License-Identifier: GPL-2.0-or-later
/* One inline function in place of another. */
/* kabi-file: get.h */
struct foo { int a; };
#ifdef NEW
static inline int get_now(const struct foo *foo)
#else
static inline int get(const struct foo *foo)
#endif
{
	return foo->a;
}

/* kabi-file: test.c */
#include "get.h"

int f(struct foo *foo)
{
#ifdef NEW
	return get_now(foo);
#else
	return get(foo);
#endif
}
/*
kabi-test: an inline function is gone, another one is new
kabi-run: diff
kabi-with: values
kabi-changes-start
source inline-removed inline get | int (const struct foo *) -> -
note inline-added inline get_now | - -> int (const struct foo *)
kabi-changes-end
*/
