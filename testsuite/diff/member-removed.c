// SPDX-License-Identifier: GPL-2.0-or-later
/* Gone, and the others move up. */
struct foo {
	int a;
#ifndef NEW
	int b;
#endif
	int c;
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: a member removed
kabi-run: diff
kabi-changes-start
break member-removed struct foo: b
  break member-moved struct foo: c
  break type-size-changed struct foo
kabi-changes-end
*/
