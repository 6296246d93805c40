// SPDX-License-Identifier: GPL-2.0-or-later
/* The name still has its value. */
/* kabi-file: limit.h */
#ifdef NEW
enum { LIMIT = 7 };
#else
#define LIMIT 7
#endif

/* kabi-file: test.c */
#include "limit.h"

int f(int n)
{
	return n < LIMIT;
}
/*
kabi-test: a macro that became an enumerator
kabi-run: diff
kabi-changes-start
kabi-changes-end
*/
