// SPDX-License-Identifier: GPL-2.0-or-later
/* Who is called with two arguments must take two. */
struct foo;

struct ops {
#ifdef NEW
	int (*open)(struct foo *foo, int flags);
#else
	int (*open)(struct foo *foo);
#endif
	void (*close)(struct foo *foo);
};

int f(const struct ops *ops)
{
	return ops != 0;
}
/*
kabi-test: a parameter added to a callback
kabi-run: diff
kabi-with: values
kabi-changes-start
break member-type-changed struct ops: open | int (*)(struct foo *) -> int (*)(struct foo *, int)
kabi-changes-end
*/
