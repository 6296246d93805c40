// SPDX-License-Identifier: GPL-2.0-or-later
/* A flag in bits that nobody had. */
struct foo {
	unsigned int a : 3;
#ifdef NEW
	unsigned int b : 1;
#endif
	int c;
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: a bit-field in unused bits
kabi-run: diff
kabi-changes-start
risk padding-used struct foo: b
kabi-changes-end
*/
