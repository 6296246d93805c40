// SPDX-License-Identifier: GPL-2.0-or-later
/* struct foo became union foo. */
#ifdef NEW
union foo {
#else
struct foo {
#endif
	int a;
};

#ifdef NEW
int f(union foo *foo)
#else
int f(struct foo *foo)
#endif
{
	return foo->a;
}
/*
kabi-test: a struct becomes a union
kabi-run: diff
kabi-with: values
kabi-changes-start
break type-kind-changed struct foo | struct foo -> union foo
kabi-changes-end
*/
