// SPDX-License-Identifier: GPL-2.0-or-later
/* bool x; bool y; and bool x, y; are the same members. */
struct foo {
#ifdef NEW
	_Bool x, y;
#else
	_Bool x;
	_Bool y;
#endif
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: two declarators on one line
kabi-probe: declarators
kabi-run: diff
kabi-changes-start
kabi-changes-end
*/
