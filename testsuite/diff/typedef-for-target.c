// SPDX-License-Identifier: GPL-2.0-or-later
/* A name for the same type. */
typedef unsigned int u32;
typedef u32 flags_t;

#ifdef NEW
struct foo {
	flags_t a;
};

flags_t f(struct foo *foo, u32 n)
#else
struct foo {
	unsigned int a;
};

u32 f(struct foo *foo, unsigned int n)
#endif
{
	return foo->a + n;
}
/*
kabi-test: a typedef used instead of its target
kabi-probe: typedef-for-target
kabi-run: diff
kabi-changes-start
kabi-changes-end
*/
