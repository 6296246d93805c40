// SPDX-License-Identifier: GPL-2.0-or-later
/* A changed struct is shown old against new, with its holes. */
#include "export.h"
struct foo {
	long first;
	char a;
#ifdef NEW
	int b;
#endif
	long c;
#ifndef NEW
	char gone;
#endif
	int bits : 3;
	struct {
		char inner;
		long other;
	} named;
};
long f(struct foo *foo) { return foo->c; }
EXPORT_SYMBOL(f);
/*
kabi-test: layouts side by side
kabi-run: diff
kabi-changes-start
break member-removed struct foo: gone
  break member-moved struct foo: bits
risk padding-used struct foo: b
kabi-changes-end
kabi-contains: ^ +offset  size +offset  size$
kabi-contains: ^ +8     1  char a +8     1  char a$
kabi-contains: ^ +9     7  \[hole\] +! +9     3  \[hole\]$
kabi-contains: ^ +\+ +12     4  int b$
*/
