// SPDX-License-Identifier: GPL-2.0-or-later
/* Consumers have its value and do not miss it; their source does. */
/* kabi-file: limit.h */
#ifdef NEW
#define LIMIT_NEW 8
#else
#define LIMIT 7
#endif

/* kabi-file: test.c */
#include "limit.h"

int f(int n)
{
#ifdef NEW
	return n < LIMIT_NEW;
#else
	return n < LIMIT;
#endif
}
/*
kabi-test: a macro gone, another one come
kabi-run: diff
kabi-with: values
kabi-changes-start
source macro-removed macro LIMIT | 7 -> -
note macro-added macro LIMIT_NEW | - -> 8
kabi-changes-end
*/
