// SPDX-License-Identifier: GPL-2.0-or-later
/* Modules without a GPL licence no longer load. */
#include "export.h"

int f(int n)
{
	return n;
}
#ifdef NEW
EXPORT_SYMBOL_GPL(f);
#else
EXPORT_SYMBOL(f);
#endif
/*
kabi-test: EXPORT_SYMBOL becomes EXPORT_SYMBOL_GPL
kabi-run: diff
kabi-changes-start
break symbol-license-tightened function f
kabi-changes-end
*/
