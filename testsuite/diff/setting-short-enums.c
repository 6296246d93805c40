// SPDX-License-Identifier: GPL-2.0-or-later
/* A setting, and what it does to a type. */
enum color { RED };

int f(enum color *color)
{
	return *color;
}
/*
kabi-test: -fshort-enums
kabi-probe: short-enums
kabi-run: diff
kabi-new-cflags: -fshort-enums
kabi-changes-start
break enum-size-changed enum color
break setting-changed setting short-enums
kabi-changes-end
*/
