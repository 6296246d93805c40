// SPDX-License-Identifier: GPL-2.0-or-later
/* The union grows, and what stands behind it moves. */
struct foo {
	union {
		long a;
#ifdef NEW
		long b[2];
#endif
		void *c;
	};
	int z;
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: a member in a union that it does not fit
kabi-run: diff
kabi-changes-start
break member-added struct foo: b
  break member-moved struct foo: z
  break type-size-changed struct foo
kabi-changes-end
*/
