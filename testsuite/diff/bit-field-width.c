// SPDX-License-Identifier: GPL-2.0-or-later
/* Three bits become five; the next one moves, the size stays. */
struct foo {
#ifdef NEW
	unsigned int a : 5;
#else
	unsigned int a : 3;
#endif
	unsigned int b : 4;
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: a bit-field's width
kabi-probe: bit-field-width
kabi-run: diff
kabi-require: machine x86_64
kabi-with: values
kabi-changes-start
break member-size-changed struct foo: a | width 3 -> width 5
  break member-moved struct foo: b | offset 0:3 -> offset 0:5
kabi-changes-end
*/
