// SPDX-License-Identifier: GPL-2.0-or-later
/* Consumers in binary form see no name. */
struct foo {
	int a;
#ifdef NEW
	int c;
#else
	int b;
#endif
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: a member renamed
kabi-probe: member-renamed
kabi-run: diff
kabi-with: values, locations
kabi-changes-start
source member-renamed struct foo: b | b -> c | at test.c:8 -> test.c:6
kabi-changes-end
*/
