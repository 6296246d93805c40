// SPDX-License-Identifier: GPL-2.0-or-later
/* Only declared is what both sides shall have, whatever they compiled. */
#include "rule.h"

struct inner {
#ifdef NEW
	long grown;
#endif
	int a;
};
struct foo {
#ifdef NEW
	int added;
#endif
	struct inner *inner;
};
#ifdef NEW
RULE("declonly", "foo", "");
#endif

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: a rule declonly, of one side
kabi-run: diff
kabi-contains: ^not compared: struct foo, only declared by rule declonly:foo of NEW \(test\.c:18\)$
kabi-changes-start
kabi-changes-end
*/
