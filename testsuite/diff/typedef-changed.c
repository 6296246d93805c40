// SPDX-License-Identifier: GPL-2.0-or-later
/* Reported where it is; who uses it feels it. */
#ifdef NEW
typedef long size_type;
#else
typedef int size_type;
#endif

struct foo {
	size_type a;
	int b;
};

size_type f(struct foo *foo, size_type n, size_type *p)
{
	return foo->a + n + *p;
}

size_type v[2];
/*
kabi-test: a typedef of another type, and its users
kabi-run: diff
kabi-with: values, symbols
kabi-changes-start
break typedef-changed typedef size_type | int -> long | symbols f v
  break return-type-changed function f | int -> long
  break parameter-type-changed function f: parameter 2 | int -> long
  break member-size-changed struct foo: a | size 4 -> size 8
  break member-moved struct foo: b | offset 4 -> offset 8
  break type-alignment-changed struct foo | alignment 4 -> alignment 8
  break type-size-changed struct foo | size 8 -> size 16
  break variable-size-changed variable v | size 8 -> size 16
kabi-changes-end
*/
