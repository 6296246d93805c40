// SPDX-License-Identifier: GPL-2.0-or-later
/* Its changes are its own, and move what stands behind it. */
struct foo {
	struct {
		int a;
#ifdef NEW
		int b;
#endif
	} in[2];
	int z;
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: the untagged struct of a named member
kabi-run: diff
kabi-changes-start
break member-added struct foo::in: b
  break type-size-changed struct foo::in
  break member-moved struct foo: z
  break type-size-changed struct foo
kabi-changes-end
*/
