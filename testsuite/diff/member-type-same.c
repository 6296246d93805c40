// SPDX-License-Identifier: GPL-2.0-or-later
/* Other types that lie in memory the same way. */
enum color { RED };

struct foo {
#ifdef NEW
	unsigned int a;
	int b;
	struct bar *c;
	char d[16];
#else
	int a;
	enum color b;
	void *c;
	struct {
		char d[16];
	} d;
#endif
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: types of the same representation
kabi-run: diff
kabi-changes-start
risk member-type-changed struct foo: a
risk member-type-changed struct foo: b
risk member-type-changed struct foo: c
risk member-type-changed struct foo: d
kabi-changes-end
*/
