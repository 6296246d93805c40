// SPDX-License-Identifier: GPL-2.0-or-later
/* Somebody may compare it, or just print it. */
/* kabi-file: name.h */
#ifdef NEW
#define DRIVER_NAME "acme2"
#else
#define DRIVER_NAME "acme"
#endif

/* kabi-file: test.c */
#include "name.h"

const char *f(void)
{
	return DRIVER_NAME;
}
/*
kabi-test: the text of a macro
kabi-run: diff
kabi-with: values
kabi-changes-start
risk macro-text-changed macro DRIVER_NAME | "acme" -> "acme2"
kabi-changes-end
*/
