// SPDX-License-Identifier: GPL-2.0-or-later
/* A number became a text. */
/* kabi-file: id.h */
#ifdef NEW
#define ID "1"
#else
#define ID 1
#endif

/* kabi-file: test.c */
#include "id.h"

int f(void)
{
	return sizeof(ID);
}
/*
kabi-test: a macro that was a number
kabi-run: diff
kabi-changes-start
break macro-value-changed macro ID
kabi-changes-end
*/
