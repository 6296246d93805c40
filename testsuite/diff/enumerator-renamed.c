// SPDX-License-Identifier: GPL-2.0-or-later
/* The same value under another name. */
enum color {
	RED,
#ifdef NEW
	VIRIDIAN,
#else
	GREEN,
#endif
};

int f(enum color color)
{
	return color;
}
/*
kabi-test: an enumerator renamed
kabi-run: diff
kabi-with: values
kabi-changes-start
source enumerator-renamed enum color: GREEN | GREEN -> VIRIDIAN
kabi-changes-end
*/
