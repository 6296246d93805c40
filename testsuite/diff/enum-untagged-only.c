// SPDX-License-Identifier: GPL-2.0-or-later
/* Written { ONLY } when there is no other one. */
/* kabi-file: limit.h */
enum {
#ifdef NEW
	LIMIT = 65,
#else
	LIMIT = 64,
#endif
};

/* kabi-file: test.c */
#include "limit.h"

int f(int n)
{
	return n < LIMIT;
}
/*
kabi-test: an untagged enum with one enumerator
kabi-run: diff
kabi-with: values
kabi-changes-start
break enumerator-value-changed enum { LIMIT }: LIMIT | 64 -> 65
kabi-changes-end
*/
