// SPDX-License-Identifier: GPL-2.0-or-later
/* It has no name, and even its first enumerator is another one. */
/* kabi-file: mode.h */
enum {
#ifdef NEW
	MODE_OFF,
	MODE_ON,
#else
	MODE_ON,
	MODE_OFF,
#endif
	MODE_AUTO,
};

/* kabi-file: test.c */
#include "mode.h"

int f(int mode)
{
	return mode == MODE_ON;
}
/*
kabi-test: an untagged enum, reordered
kabi-probe: untagged-enum-reordered
kabi-run: diff
kabi-changes-start
break enumerator-value-changed enum { MODE_ON, ... }: MODE_OFF
break enumerator-value-changed enum { MODE_ON, ... }: MODE_ON
kabi-changes-end
*/
