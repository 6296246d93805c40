// SPDX-License-Identifier: GPL-2.0-or-later
/* There is an export table, and it does not list it. */
#include "export.h"

#ifdef NEW
int g(long n)
#else
int g(int n)
#endif
{
	return n != 0;
}

int f(int n)
{
	return n;
}
EXPORT_SYMBOL(f);
/*
kabi-test: a function that is not exported
kabi-run: diff
kabi-changes-start
kabi-changes-end
*/
