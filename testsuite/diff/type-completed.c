// SPDX-License-Identifier: GPL-2.0-or-later
/* Nobody had its definition before. */
struct foo;

#ifdef NEW
struct foo {
	int a;
};
#endif

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: an opaque type is defined
kabi-run: diff
kabi-with: symbols, locations
kabi-changes-start
note type-completed struct foo | symbols f | at - -> test.c:6
kabi-changes-end
*/
