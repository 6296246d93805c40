// SPDX-License-Identifier: GPL-2.0-or-later
/* Who imports it still gets it. */
#include "export.h"

int f(int n)
{
	return n;
}
#ifdef NEW
EXPORT_SYMBOL(f);
#else
EXPORT_SYMBOL_NS(f, ACME);
#endif
/*
kabi-test: a symbol leaves its namespace
kabi-run: diff
kabi-with: values
kabi-changes-start
note symbol-namespace-dropped function f | ACME -> -
kabi-changes-end
*/
