// SPDX-License-Identifier: GPL-2.0-or-later
#define OF_THE_MAIN_FILE 100
#define OUTER_IN_MAIN_FILE OF_A_MACRO_OF_THE_MAIN_FILE
#include "a.h"
#include "system.h"
#ifdef TESTED
#endif
#if defined(TESTED_DEFINED) && !defined NOT_DEFINED
#endif
#ifndef TESTED_NOT_DEFINED
#endif
#if COMPARED > 1
#endif
int f(int a)
{
	switch (a) {
	case USED:
		return OUTER + CALLED(1) + OF_SYSTEM_HEADER;
	default:
		return OF_THE_MAIN_FILE + OUTER_IN_MAIN_FILE + CONFIG_HZ;
	}
}
#include "after.h"
/* kabi-file: a.h */
#include "b.h"
#define USED 5
#define UNUSED 6
#define TESTED 7
#define TESTED_DEFINED 8
#define TESTED_NOT_DEFINED 9
#define COMPARED 10
#define OUTER INNER
#define INNER 11
#define CALLED(a) ((a) + BY_CALLED)
#define BY_CALLED 12
#define OF_A_MACRO_OF_THE_MAIN_FILE 13
#define CONFIG_HZ 250
static inline int unused_but_there(void)
{
	return USED_BY_INLINE;
}
/* kabi-file: b.h */
#ifndef B_H
#define B_H
#define USED_BY_INLINE 14
#endif
/* kabi-file: after.h */
#define OF_A_LATE_HEADER USED + 1
#if OF_A_LATE_HEADER != 6
#error
#endif
/* kabi-file: system.h */
#pragma GCC system_header
#define OF_SYSTEM_HEADER 101
/*
kabi-test: macros count when a header defines them and the unit uses or tests them
kabi-cflags: -DON_THE_COMMAND_LINE=102 -DUNUSED_ON_THE_COMMAND_LINE
kabi-records: macro
kabi-expect-start
macro BY_CALLED at=a.h:35
	12
macro COMPARED at=a.h:31
	10
macro INNER at=a.h:33
	11
macro OF_A_LATE_HEADER at=after.h:48
	6
macro OF_A_MACRO_OF_THE_MAIN_FILE at=a.h:36
	13
macro OUTER at=a.h:32
	11
macro TESTED at=a.h:28
	7
macro TESTED_DEFINED at=a.h:29
	8
macro TESTED_NOT_DEFINED at=a.h:30
	9
macro USED at=a.h:26
	5
macro USED_BY_INLINE at=b.h:45
	14
kabi-expect-end
*/
