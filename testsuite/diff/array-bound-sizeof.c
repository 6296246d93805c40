// SPDX-License-Identifier: GPL-2.0-or-later
/* The bound is made of a type that grows: nothing in foo says so. */
struct t {
	int a;
#ifdef NEW
	int b;
#endif
};

struct foo {
	char c[sizeof(struct t)];
	int z;
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: an array as large as a type that grew
kabi-probe: sizeof-in-bound
kabi-run: diff
kabi-with: values
kabi-changes-start
break member-size-changed struct foo: c | size 4 -> size 8
  break member-moved struct foo: z | offset 4 -> offset 8
  break type-size-changed struct foo | size 8 -> size 12
kabi-changes-end
*/
