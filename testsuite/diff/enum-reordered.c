// SPDX-License-Identifier: GPL-2.0-or-later
/* The values are compiled into callers. */
enum color {
#ifdef NEW
	BLUE,
	GREEN,
	RED,
#else
	RED,
	GREEN,
	BLUE,
#endif
};

int f(enum color color)
{
	return color;
}
/*
kabi-test: a tagged enum in a signature, reordered
kabi-probe: enum-reordered
kabi-run: diff
kabi-with: values, symbols
kabi-changes-start
break enumerator-value-changed enum color: BLUE | 2 -> 0 | symbols f
break enumerator-value-changed enum color: RED | 0 -> 2 | symbols f
kabi-changes-end
*/
