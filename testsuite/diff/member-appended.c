// SPDX-License-Identifier: GPL-2.0-or-later
/* A member at the end: the struct grows, nothing else moves. */
struct foo {
	int a;
#ifdef NEW
	int b;
#endif
};

int f(struct foo *foo)
{
	return foo->a;
}
/*
kabi-test: a member appended
kabi-probe: member-appended
kabi-run: diff
kabi-with: values, symbols, locations, distance
kabi-changes-start
break member-added struct foo: b | - -> int at offset 4 | symbols f | at - -> test.c:6 | distance 1
  break type-size-changed struct foo | size 4 -> size 8 | at test.c:3 -> test.c:3
kabi-changes-end
*/
