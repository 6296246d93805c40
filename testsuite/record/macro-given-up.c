// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A long macro without a value is not expanded again in others. They have the
 * value that they have without it, and no string of its name.
 */
#include "a.h"
int f(void)
{
	return 0;
}
/* kabi-file: a.h */
int f(void);
#define T8(x) x x x x x x x x
#define LONG (T8(T8(T8(f() +))) 1)
#define SHORT (f() + 1)
#define STRING_(x) #x
#define STRING(x) STRING_(x)
#define LONG_SUM (LONG + 1)
#define LONG_STRING STRING(LONG)
#define LONG_TWICE STRING(LONG_SUM)
#define SHORT_STRING STRING(SHORT)
#define NOT_ASKED (0 && LONG)
#define NOT_CHOSEN (1 ? 2 : LONG)
#define IS_CONSTANT __builtin_constant_p(LONG)
#define SIZE sizeof(LONG)
#define OPEN T8(T8(T8(1 + f() +))) 1
#define OPEN_SIZE sizeof OPEN
/*
kabi-test: macros that are made of one without a value
kabi-cflags: -fplugin-arg-kabi-scope=all
kabi-except: neutral the argument is the plugin's
kabi-records: macro
kabi-expect-start
macro NOT_ASKED at=a.h:22
	0
macro NOT_CHOSEN at=a.h:23
	2
macro SHORT_STRING at=a.h:21
	"(f() + 1)"
macro SIZE at=a.h:25
	4
kabi-expect-end
*/
