// SPDX-License-Identifier: GPL-2.0-or-later
/* It is called now, by who is compiled again. */
/* kabi-file: get.h */
struct foo { int a; };
#ifdef NEW
int get(const struct foo *foo);
#else
static inline int get(const struct foo *foo)
{
	return foo->a;
}
#endif

/* kabi-file: test.c */
#include "get.h"

#ifdef NEW
int get(const struct foo *foo)
{
	return foo->a;
}
#endif

int f(struct foo *foo)
{
	return get(foo);
}
/*
kabi-test: an inline function became an exported one
kabi-run: diff
kabi-changes-start
source inline-removed inline get
note symbol-added function get
kabi-changes-end
*/
