// SPDX-License-Identifier: GPL-2.0-or-later
/* The last one is gone. */
enum color {
	RED,
#ifndef NEW
	GREEN,
#endif
};

int f(enum color color)
{
	return color;
}
/*
kabi-test: an enumerator removed
kabi-run: diff
kabi-with: values
kabi-changes-start
break enumerator-removed enum color: GREEN | 1 -> -
kabi-changes-end
*/
