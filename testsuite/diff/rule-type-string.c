// SPDX-License-Identifier: GPL-2.0-or-later
/* What the text says is what counts; for bar it is another one now. */
#include "rule.h"

struct foo {
#ifdef NEW
	long x;
#endif
	int a;
};
struct bar {
#ifdef NEW
	long x;
#endif
	int a;
};
RULE("type_string", "s#foo", "structure_type foo");
RULE("type_string", "g", "subprogram g");
#ifdef NEW
RULE("type_string", "s#bar", "structure_type bar 2");
#else
RULE("type_string", "s#bar", "structure_type bar 1");
#endif

int f(struct foo *foo, struct bar *bar)
{
	return foo || bar;
}

#ifdef NEW
int g(long a)
#else
int g(int a)
#endif
{
	return a != 0;
}
/*
kabi-test: rules type_string
kabi-run: diff
kabi-contains: ^not compared: struct foo, told by rule type_string:s#foo of OLD
kabi-contains: ^not compared: function g, told by rule type_string:g of OLD
kabi-contains: the texts, which OLD has otherwise than rule type_string:s#bar of NEW
kabi-changes-start
break member-added struct bar: x
  break member-moved struct bar: a
  break type-alignment-changed struct bar
  break type-size-changed struct bar
kabi-changes-end
*/
