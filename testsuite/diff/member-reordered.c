// SPDX-License-Identifier: GPL-2.0-or-later
/* One was taken to the front; it alone is why the others moved. */
struct foo {
#ifdef NEW
	int c;
#endif
	int a;
	int b;
#ifndef NEW
	int c;
#endif
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: a member at another place
kabi-run: diff
kabi-changes-start
break member-moved struct foo: c
  break member-moved struct foo: a
  break member-moved struct foo: b
kabi-changes-end
*/
