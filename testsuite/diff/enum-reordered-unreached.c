// SPDX-License-Identifier: GPL-2.0-or-later
/* No signature names it: it is passed as int. */
/* kabi-file: mode.h */
enum mode {
#ifdef NEW
	MODE_OFF,
	MODE_ON,
#else
	MODE_ON,
	MODE_OFF,
#endif
};

/* kabi-file: test.c */
#include "mode.h"

int f(int mode)
{
	return mode == MODE_ON;
}
/*
kabi-test: a tagged enum of a header that no symbol reaches, reordered
kabi-probe: enum-reordered-unreached
kabi-run: diff
kabi-with: values, symbols
kabi-changes-start
break enumerator-value-changed enum mode: MODE_OFF | 1 -> 0 | symbols -
break enumerator-value-changed enum mode: MODE_ON | 0 -> 1 | symbols -
kabi-changes-end
*/
