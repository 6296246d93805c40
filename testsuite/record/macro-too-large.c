// SPDX-License-Identifier: GPL-2.0-or-later
/* Limits: no constant is as long or as deep, and the unit says what was left. */
#include "a.h"
int f(void)
{
	return 0;
}
/* kabi-file: a.h */
#define HUGE_NUMBER 99999999999999999999999999999999999999999
#define WIDE_NUMBER ((__int128)1 << 100)
#define WIDE_ENOUGH ((__int128)1 << 63)
#define T10(x) x x x x x x x x x x
#define HUGE_SUM T10(T10(T10(T10(T10(1 +))))) 1
#define B0 1 +
#define B1 B0 B0 B0 B0 B0 B0 B0 B0 B0 B0
#define B2 B1 B1 B1 B1 B1 B1 B1 B1 B1 B1
#define B3 B2 B2 B2 B2 B2 B2 B2 B2 B2 B2
#define B4 B3 B3 B3 B3 B3 B3 B3 B3 B3 B3
#define B5 B4 B4 B4 B4 B4 B4 B4 B4 B4 B4
#define B6 B5 B5 B5 B5 B5 B5 B5 B5 B5 B5
#define B7 B6 B6 B6 B6 B6 B6 B6 B6 B6 B6
#define B8 B7 B7 B7 B7 B7 B7 B7 B7 B7 B7
#define B9 B8 B8 B8 B8 B8 B8 B8 B8 B8 B8
#define N1(x) (((((((((x)))))))))
#define DEEP N1(N1(N1(N1(N1(N1(N1(N1(N1(1)))))))))
#define NOTS1(x) !!!!!!!!!!x
#define NOTS NOTS1(NOTS1(NOTS1(NOTS1(NOTS1(NOTS1(NOTS1(NOTS1(1))))))))
#define N2(x) ((((((((((((((((((((((((((((((x))))))))))))))))))))))))))))))
#define DEEP_ENOUGH N2(1)
#define C8(c, r) (c) ? 0 : (c) ? 0 : (c) ? 0 : (c) ? 0 : (c) ? 0 : (c) ? 0 : (c) ? 0 : r
#define CHAIN_ENOUGH C8(0, C8(0, C8(0, C8(0, C8(0, C8(0, C8(0, C8(0, C8(0, 5)))))))))
#define AFTER 1
/*
kabi-test: too large macros are left out and counted
kabi-cflags: -fplugin-arg-kabi-scope=all -w
kabi-except: neutral the argument is the plugin's
kabi-records: macro
kabi-stderr-contains: 11 macros: too large or nested too deeply
kabi-expect-start
macro AFTER at=a.h:32
	1
macro CHAIN_ENOUGH at=a.h:31
	5
macro DEEP_ENOUGH at=a.h:29
	1
macro WIDE_ENOUGH at=a.h:11
	9223372036854775808
kabi-expect-end
*/
