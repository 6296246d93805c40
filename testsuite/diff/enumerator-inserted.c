// SPDX-License-Identifier: GPL-2.0-or-later
/* Those behind it have other values. */
enum color {
	RED,
#ifdef NEW
	GREEN,
#endif
	BLUE,
};

int f(enum color color)
{
	return color;
}
/*
kabi-test: an enumerator in the middle
kabi-run: diff
kabi-changes-start
break enumerator-value-changed enum color: BLUE
note enumerator-added enum color: GREEN
kabi-changes-end
*/
