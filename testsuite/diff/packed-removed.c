// SPDX-License-Identifier: GPL-2.0-or-later
/* packed before the tag, and gone. */
#ifdef NEW
struct foo {
#else
struct __attribute__((packed)) foo {
#endif
	char a;
	long b;
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: a struct is no longer packed
kabi-probe: packed-removed
kabi-run: diff
kabi-changes-start
break type-alignment-changed struct foo
  break member-moved struct foo: b
  break type-size-changed struct foo
kabi-changes-end
*/
