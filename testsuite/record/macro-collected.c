// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * After parsing GCC frees identifiers that code does not need, macros with them.
 * With -flto it also empties the scopes.
 */
#include "a.h"
int f(struct foo *foo)
{
	return foo->a + USED;
}
#ifdef TESTED
#endif
/* kabi-file: a.h */
struct foo {
	int a;
};
enum { FOUR = 4 };
typedef unsigned char u8;
#define SHIFT(a) ((a) << 1)
#define USED SHIFT(FOUR)
#define TESTED ((u8)(sizeof(struct foo) - 5))
/*
kabi-test: macros survive the garbage collector
kabi-cflags: --param=ggc-min-expand=0 --param=ggc-min-heapsize=0
kabi-records: macro
kabi-expect-start
macro TESTED at=a.h:21
	255
macro USED at=a.h:20
	8
kabi-expect-end
*/
