// SPDX-License-Identifier: GPL-2.0-or-later
/* What does not fit is what it is. */
struct foo {
	int a;
#ifdef NEW
	struct {
		long x, y;
	} new;
#else
	unsigned long kabi_reserved1;
#endif
	int z;
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: a reserved slot that does not hold what was put there
kabi-run: diff
kabi-changes-start
break member-removed struct foo: kabi_reserved1
break member-added struct foo: new
  break member-moved struct foo: z
  break type-size-changed struct foo
kabi-changes-end
*/
