// SPDX-License-Identifier: GPL-2.0-or-later
/* bool x:1 and unsigned x:1 have the same bit. */
struct foo {
#ifdef NEW
	unsigned int x : 1;
#else
	_Bool x : 1;
#endif
	unsigned int y : 1;
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: a bit-field's declared type
kabi-run: diff
kabi-with: values
kabi-changes-start
risk member-type-changed struct foo: x | _Bool -> unsigned int
kabi-changes-end
*/
