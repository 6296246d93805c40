// SPDX-License-Identifier: GPL-2.0-or-later
#include "a.h"

enum { OF_THE_MAIN_FILE };

int f(int a)
{
	return a + USED_FAR_AWAY;
}
/* kabi-file: a.h */
#include "b.h"
enum { OF_A_HEADER, AND_SO_ON };
enum tagged { TAGGED = 3 };
/* kabi-file: b.h */
enum { USED_FAR_AWAY, NOT_THIS_ONE };
enum { UNUSED_FAR_AWAY };
enum { OF_THE_FAR_HEADER_ALONE };
static inline int g(void)
{
	return OF_THE_FAR_HEADER_ALONE + NOT_THIS_ONE;
}
/*
kabi-test: enums of headers count even when nothing reaches them
kabi-records: enum
kabi-expect-start
enum tagged size=4 signed=0 at=a.h:13
	TAGGED 3 +0
enum {OF_A_HEADER} size=4 signed=0 at=a.h:12
	OF_A_HEADER 0 +0
	AND_SO_ON 1 +0
enum {USED_FAR_AWAY} size=4 signed=0 at=b.h:15
	USED_FAR_AWAY 0 +0
	NOT_THIS_ONE 1 +0
kabi-expect-end
*/
