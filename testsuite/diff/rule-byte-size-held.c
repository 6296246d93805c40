// SPDX-License-Identifier: GPL-2.0-or-later
/* The rule speaks of the type; who has it by value is another one. */
#include "rule.h"

struct foo {
	long a, b;
#ifdef NEW
	long c;
#endif
};
struct holder {
	struct foo foo;
	int behind;
};
struct foo table[4];
#ifdef NEW
RULE("byte_size", "foo", "16");
#endif

int f(struct holder *holder)
{
	return holder != 0;
}
/*
kabi-test: a rule byte_size does not hide what it breaks
kabi-run: diff
kabi-changes-start
break member-moved struct holder: behind
  break type-size-changed struct holder
break variable-size-changed variable table
kabi-changes-end
*/
