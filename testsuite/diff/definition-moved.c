// SPDX-License-Identifier: GPL-2.0-or-later
/* Where something stands is not what it is. */
/* kabi-file: a.h */
#ifndef NEW
struct foo {
	int a;
};
#endif

/* kabi-file: b.h */
#ifdef NEW

struct foo {

	int a;
};
#endif

/* kabi-file: test.c */
#include "a.h"
#include "b.h"

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: a definition in another header
kabi-run: diff
kabi-changes-start
kabi-changes-end
*/
