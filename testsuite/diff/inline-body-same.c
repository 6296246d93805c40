// SPDX-License-Identifier: GPL-2.0-or-later
/* Lines, comments and names of locals are not what a function does. */
/* kabi-file: twice.h */
#ifdef NEW
/*
 * Said at more length.
 */
static inline int twice(int number)
{
	/* The sum. */
	int sum = number + number;

	return sum;
}
#else
static inline int twice(int n)
{
	int r = n + n;
	return r;
}
#endif

/* kabi-file: test.c */
#include "twice.h"

int f(int n)
{
	return twice(n);
}
/*
kabi-test: an inline function that looks different and is the same
kabi-run: diff
kabi-changes-start
kabi-changes-end
*/
