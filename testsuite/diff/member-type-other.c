// SPDX-License-Identifier: GPL-2.0-or-later
/* As large as before, and not the same thing. */
struct foo {
#ifdef NEW
	float a[4];
	long b;
#else
	int a[4];
	void *b;
#endif
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: types of another representation
kabi-run: diff
kabi-require: machine x86_64
kabi-changes-start
break member-type-changed struct foo: a
break member-type-changed struct foo: b
kabi-changes-end
*/
