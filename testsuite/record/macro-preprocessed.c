// SPDX-License-Identifier: GPL-2.0-or-later
#include "a.h"
int f(void)
{
	return USED;
}
/* kabi-file: a.h */
#define USED 5
/*
kabi-test: preprocessed input has no macros, and the unit says so
kabi-cflags: -no-integrated-cpp
kabi-records: macro, unit
kabi-expect-start
unit test.c scope=used macros=no
kabi-expect-end
*/
