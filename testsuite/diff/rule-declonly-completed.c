// SPDX-License-Identifier: GPL-2.0-or-later
/* What the rule is for: an #include that completes a type. */
#include "rule.h"

struct foo;
#ifdef NEW
struct foo {
	int a;
};
#endif
RULE("declonly", "struct foo", "");

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: a type that a rule declonly keeps closed
kabi-run: diff
kabi-changes-start
kabi-changes-end
*/
