// SPDX-License-Identifier: GPL-2.0-or-later
/* --all-types compares what no symbol reaches. */
/* kabi-file: foo.h */
struct foo {
	int a;
#ifdef NEW
	int b;
#endif
};

/* kabi-file: test.c */
#include "foo.h"

int f(void)
{
	struct foo foo = { 1 };

	asm volatile("" : : "r"(&foo));
	return foo.a;
}
/*
kabi-test: a struct that no symbol reaches, with --all-types
kabi-run: diff --all-types
kabi-with: symbols
kabi-changes-start
break member-added struct foo: b | symbols -
  break type-size-changed struct foo
kabi-changes-end
*/
