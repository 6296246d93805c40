// SPDX-License-Identifier: GPL-2.0-or-later
/* Nobody calls it who was not compiled with it: only source sees the type. */
/* kabi-file: get.h */
struct foo { int a; };
#ifdef NEW
static inline long get(const struct foo *foo, int more)
{
	return foo->a + more;
}
#define GET(foo) get(foo, 0)
#else
static inline int get(struct foo *foo)
{
	return foo->a;
}
#define GET(foo) get(foo)
#endif

/* kabi-file: test.c */
#include "get.h"

int f(struct foo *foo)
{
	return GET(foo);
}
/*
kabi-test: the signature of an inline function
kabi-run: diff
kabi-changes-start
risk inline-body-changed inline get
  source return-type-changed inline get
  source parameter-type-changed inline get: parameter 1
  source parameter-added inline get: parameter 2
kabi-changes-end
*/
