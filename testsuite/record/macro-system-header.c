// SPDX-License-Identifier: GPL-2.0-or-later
/* Its target pragmas define __SSE__ and others once more. */
#include <x86intrin.h>
#include <limits.h>
#include "own.h"

#ifdef __SSE__
int f(void)
{
	return OWN + CHAR_BIT;
}
#endif
/* kabi-file: own.h */
#define OWN 1
/*
kabi-test: macros of system headers are not the kernel's
kabi-require: machine x86_64
kabi-records: macro
kabi-expect-start
macro OWN at=own.h:14
	1
kabi-expect-end
*/
