// SPDX-License-Identifier: GPL-2.0-or-later
/* Who copies or compares the whole struct may be surprised. */
struct foo {
	char a;
#ifdef NEW
	char x;
#endif
	int b;
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: a member in padding
kabi-run: diff
kabi-with: values
kabi-changes-start
risk padding-used struct foo: x | - -> char at offset 1
kabi-changes-end
*/
