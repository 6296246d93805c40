// SPDX-License-Identifier: GPL-2.0-or-later
/* asm() behind a declaration says which symbol, or which register, it is. */
/* kabi-file: edits.h */
#ifdef NEW
register unsigned long global_register asm("r14");
extern int renamed(int n) asm("get");
extern int variable_renamed asm("one");
#else
register unsigned long global_register asm("r15");
extern int renamed(int n) asm("put");
extern int variable_renamed asm("two");
#endif
extern int same(int n) asm("other");

static inline int call(int n) { return renamed(n); }
static inline unsigned long read_register(void) { return global_register; }
static inline int read_variable(void) { return variable_renamed; }
static inline int unchanged(int n) { return same(n); }

/* kabi-file: test.c */
#include "edits.h"

void *const all[] = { call, read_register, read_variable, unchanged };
/*
kabi-test: what asm() names, used by inline functions
kabi-require: machine x86_64
kabi-run: diff
kabi-changes-start
risk inline-body-changed inline call
risk inline-body-changed inline read_register
risk inline-body-changed inline read_variable
kabi-changes-end
*/
