// SPDX-License-Identifier: GPL-2.0-or-later
#include "a.h"
int f(void)
{
	return USED;
}
/* kabi-file: a.h */
#define USED 5
#ifdef CONFIG_FOO
#endif
/*
kabi-test: preprocessed input has no macros, and the unit says so
kabi-cflags: -no-integrated-cpp
kabi-records: macro, unit, config
kabi-stderr-contains: no macros are known of 1 of 1 units.*: test\.c$
kabi-expect-start
unit test.c scope=used macros=no
kabi-expect-end
*/
