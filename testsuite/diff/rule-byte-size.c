// SPDX-License-Identifier: GPL-2.0-or-later
/* It grew at its end, where only its owner looks. */
#include "rule.h"

struct foo {
	long a, b;
#ifdef NEW
	long c;
#endif
};
#ifdef NEW
RULE("byte_size", "foo", "16");
#endif

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: a rule byte_size
kabi-run: diff
kabi-contains: ^not compared: struct foo beyond 16 bytes \(it has 24\), by rule byte_size:foo of NEW \(test\.c:12\)$
kabi-changes-start
kabi-changes-end
*/
