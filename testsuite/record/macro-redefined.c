// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The last definition counts. It counts as used when it is, or when an earlier
 * one was: a consumer of the header has seen either.
 */
#include "a.h"
int a = CHANGED + SAME + GONE + BACK + POPPED + ONLY_FIRST_USED;
#include "b.h"
int b = CHANGED;
#define MOVED_HERE 5
int c = MOVED_HERE;
#define BACK 6
#undef BACK
#include "c.h"
/* kabi-file: a.h */
#define CHANGED 1
#define SAME 2
#define GONE 3
#define BACK 4
#define POPPED 5
#define ONLY_FIRST_USED 6
#define MOVED_HERE 7
/* kabi-file: b.h */
#undef CHANGED
#define CHANGED 11
#define SAME 2
#undef GONE
#undef BACK
#pragma push_macro("POPPED")
#undef POPPED
#define POPPED 15
#pragma pop_macro("POPPED")
#undef ONLY_FIRST_USED
#define ONLY_FIRST_USED 16
#undef MOVED_HERE
/* kabi-file: c.h */
#define BACK 24
/*
kabi-test: the last definition of a macro counts
kabi-records: macro
kabi-expect-start
macro BACK at=c.h:37
	24
macro CHANGED at=b.h:25
	11
macro ONLY_FIRST_USED at=b.h:34
	16
macro POPPED at=a.h:20
	5
macro SAME at=b.h:26
	2
kabi-expect-end
*/
