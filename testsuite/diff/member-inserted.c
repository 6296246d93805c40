// SPDX-License-Identifier: GPL-2.0-or-later
/* Everything behind it moves; that is one change. */
struct foo {
	int a;
#ifdef NEW
	int x;
#endif
	int b;
	long c;
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: a member in the middle
kabi-run: diff
kabi-require: machine x86_64
kabi-with: values
kabi-changes-start
break member-added struct foo: x | - -> int at offset 4
  break member-moved struct foo: b | offset 4 -> offset 8
  break member-moved struct foo: c | offset 8 -> offset 16
  break type-size-changed struct foo | size 16 -> size 24
kabi-changes-end
*/
