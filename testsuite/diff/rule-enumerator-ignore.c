// SPDX-License-Identifier: GPL-2.0-or-later
/* One that is new, and the others, which it moved. */
#include "rule.h"

enum color {
	RED,
#ifdef NEW
	PINK,
#endif
	GREEN,
	LAST,
};
RULE("enumerator_ignore", "color PINK", "");
#ifdef NEW
RULE("enumerator_value", "color GREEN", "1");
RULE("enumerator_value", "color LAST", "3");
#endif

int f(enum color color)
{
	return color == GREEN;
}
/*
kabi-test: rules for enumerators, one of which does not tell the old value
kabi-run: diff
kabi-with: values
kabi-except: mirror a rule is of its side
kabi-contains: ^not compared: PINK, ignored by rule enumerator_ignore:color%20PINK of OLD
kabi-excludes: of that name
kabi-contains: ^not compared: the true value of GREEN, set by rule enumerator_value:color%20GREEN of NEW
kabi-changes-start
break enumerator-value-changed enum color: LAST | 2 -> 3
kabi-changes-end
*/
