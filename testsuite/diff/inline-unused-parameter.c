// SPDX-License-Identifier: GPL-2.0-or-later
/* What the body does not use is the signature's alone, and no other body. */
/* kabi-file: link.h */
#ifdef NEW
static inline int link_prog(int prog, int type, long flags)
{
	return -524;
}
static inline int last(char first, int second)
{
	return second;
}
static inline int first(unsigned long a, int b)
{
	return a;
}
#define LINK(n) link_prog(n, n, 0)
#else
static inline int link_prog(int prog, int type)
{
	return -524;
}
static inline int last(int first, int second)
{
	return second;
}
static inline int first(int a, int b)
{
	return a;
}
#define LINK(n) link_prog(n, n)
#endif

/* kabi-file: test.c */
#include "link.h"

int f(int n)
{
	return LINK(n) + last(n, n) + first(n, n);
}
/*
kabi-test: parameters of an inline function that its body does not use
kabi-run: diff
kabi-changes-start
risk inline-body-changed inline first
  source parameter-type-changed inline first: parameter 1
source parameter-type-changed inline last: parameter 1
source parameter-added inline link_prog: parameter 3
kabi-changes-end
*/
