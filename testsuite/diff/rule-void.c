// SPDX-License-Identifier: GPL-2.0-or-later
/* Rules that are about nothing, make no sense or contradict each other. */
#include "rule.h"

struct foo {
#ifdef NEW
	long x;
#endif
	int a;
};
RULE("declonly", "nobody", "");
RULE("byte_size", "nobody", "1");
RULE("byte_size", "foo", "-1");
RULE("byte_size", "struct foo", "99999999999999999999999999999999999999999");
RULE("byte_size", "union foo", "many");
RULE("enumerator_value", "foo", "1");
RULE("enumerator_value", "foo A", "");
RULE("enumerator_ignore", " A", "");
RULE("type_string", "s#'", "");
RULE("type_string", "x#foo", "");
RULE("type_string", "#", "");
#ifdef NEW
RULE("byte_size", "f%\n\001o", "4");
RULE("byte_size", "f%\n\001o", "8");
#endif

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: rules that hide nothing
kabi-run: diff
kabi-contains: ^not compared: what was meant \(nothing of that name is defined\) by rule declonly:nobody of OLD \(test\.c:11\)$
kabi-contains: ^not compared: what was meant \(it has no number\) by rule byte_size:union%20foo of NEW
kabi-contains: ^not compared: what was meant \(it contradicts itself\) by rule byte_size:f%25%0a%01o of NEW
kabi-contains: \(it has no number\) by rule byte_size:foo of NEW
kabi-changes-start
break member-added struct foo: x
  break member-moved struct foo: a
  break type-alignment-changed struct foo
  break type-size-changed struct foo
kabi-changes-end
*/
