// SPDX-License-Identifier: GPL-2.0-or-later
/* Nobody has its definition now. */
struct foo;

#ifndef NEW
struct foo {
	int a;
};
#endif

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: a type becomes opaque
kabi-run: diff
kabi-changes-start
source type-hidden struct foo
kabi-changes-end
*/
