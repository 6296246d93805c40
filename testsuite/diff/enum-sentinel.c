// SPDX-License-Identifier: GPL-2.0-or-later
/* The last one only counts; a macro and another one are made from it. */
/* kabi-file: attr.h */
enum attr {
	ATTR_A,
#ifdef NEW
	ATTR_B,
#endif
	__ATTR_AFTER_LAST,
	ATTR_MAX = __ATTR_AFTER_LAST - 1,
};

#define ATTR_COUNT __ATTR_AFTER_LAST

/* kabi-file: test.c */
#include "attr.h"

int f(enum attr attr)
{
	return attr == ATTR_COUNT;
}
/*
kabi-test: a sentinel behind a new enumerator
kabi-run: diff
kabi-with: values
kabi-changes-start
risk enum-sentinel-moved enum attr: ATTR_MAX | 0 -> 1
risk enum-sentinel-moved enum attr: __ATTR_AFTER_LAST | 1 -> 2
risk macro-value-changed macro ATTR_COUNT | 1 -> 2
note enumerator-added enum attr: ATTR_B | - -> 1
kabi-changes-end
*/
