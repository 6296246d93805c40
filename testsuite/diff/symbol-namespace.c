// SPDX-License-Identifier: GPL-2.0-or-later
/* Modules must import the namespace now. */
#include "export.h"

int f(int n)
{
	return n;
}
#ifdef NEW
EXPORT_SYMBOL_NS(f, ACME);
#else
EXPORT_SYMBOL(f);
#endif
/*
kabi-test: a symbol enters a namespace
kabi-run: diff
kabi-with: values
kabi-changes-start
break symbol-namespace-changed function f | - -> ACME
kabi-changes-end
*/
