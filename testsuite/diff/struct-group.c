// SPDX-License-Identifier: GPL-2.0-or-later
/* struct_group(): the members are where they were. */
struct foo {
	int a;
#ifdef NEW
	union {
		struct {
			int b;
			int c;
		};
		struct {
			int b;
			int c;
		} group;
	};
#else
	int b;
	int c;
#endif
	int d;
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: members wrapped, with a named copy
kabi-run: diff
kabi-changes-start
kabi-changes-end
*/
