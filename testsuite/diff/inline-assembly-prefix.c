// SPDX-License-Identifier: GPL-2.0-or-later
/* "lock; addl" and "lock addl" are the same bytes; Linux 6.12.110 went over. */
/* kabi-file: atomic.h */
#ifdef NEW
#define LOCK "lock "
#define REP "rep\n\t"
#define NOP "nop"
#else
#define LOCK "lock; "
#define REP "rep ; "
#define NOP "rep; nop"
#endif
static inline void atomic_inc(int *n)
{
	asm volatile("1:" LOCK "incl %0\n2:\n" : "+m" (*n));
}
static inline void clear(void *p, unsigned long n)
{
	asm volatile(REP "stosb" : "+D" (p), "+c" (n) : "a" (0) : "memory");
}
static inline void relax(void)
{
	asm volatile(NOP : : : "memory");
}

/* kabi-file: test.c */
#include "atomic.h"

void f(int *n)
{
	atomic_inc(n);
	clear(n, sizeof(*n));
	relax();
}
/*
kabi-test: prefixes of instructions in assembly
kabi-run: diff
kabi-require: machine x86_64
kabi-changes-start
risk inline-body-changed inline relax
risk macro-text-changed macro LOCK
risk macro-text-changed macro NOP
risk macro-text-changed macro REP
kabi-changes-end
*/
