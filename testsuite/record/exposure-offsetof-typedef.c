// SPDX-License-Identifier: GPL-2.0-or-later
/* A typedef leaves no trace in an offsetof; its members' places may fit. */
/* kabi-file: foo.h */
#define offsetof(type, member) __builtin_offsetof(type, member)
typedef struct { int first, second, third, fourth; } foo;
typedef struct { int first, second, third, fourth; } unused;

/* kabi-file: test.c */
#include "foo.h"

unsigned long f(void)
{
	return offsetof(foo, third);
}
/*
kabi-test: an offset in a struct that is named by a typedef
kabi-run: show
kabi-contains: ^exposure typedef foo \{
kabi-contains: ^	offset third;
kabi-excludes: ^exposure typedef unused
*/
