// SPDX-License-Identifier: GPL-2.0-or-later
/* More modules may use it. */
#include "export.h"

int f(int n)
{
	return n;
}
#ifdef NEW
EXPORT_SYMBOL(f);
#else
EXPORT_SYMBOL_GPL(f);
#endif
/*
kabi-test: EXPORT_SYMBOL_GPL becomes EXPORT_SYMBOL
kabi-run: diff
kabi-changes-start
note symbol-license-relaxed function f
kabi-changes-end
*/
