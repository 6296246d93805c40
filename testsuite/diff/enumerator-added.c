// SPDX-License-Identifier: GPL-2.0-or-later
/* At the end: no other value changed. */
enum color {
	RED,
#ifdef NEW
	GREEN,
#endif
};

int f(enum color color)
{
	return color;
}
/*
kabi-test: an enumerator at the end
kabi-run: diff
kabi-with: values, locations
kabi-changes-start
note enumerator-added enum color: GREEN | - -> 1 | at - -> test.c:6
kabi-changes-end
*/
