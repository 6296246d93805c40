// SPDX-License-Identifier: GPL-2.0-or-later
/* offsetof and an address need where a member lies, and nothing of its type. */
/* kabi-file: foo.h */
#define offsetof(type, member) __builtin_offsetof(type, member)
struct foo { int first, second, third, fourth; };
struct bar { int first; long second; };

/* kabi-file: test.c */
#include "foo.h"

unsigned long f(void)
{
	return offsetof(struct foo, third);
}

long *g(struct bar *bar)
{
	return &bar->second;
}
/*
kabi-test: offsets of members that the code uses
kabi-run: show 'exposure foo' 'exposure bar'
kabi-expect-start
exposure struct bar {
	offset second;
};

exposure struct foo {
	offset third;
};
kabi-expect-end
*/
