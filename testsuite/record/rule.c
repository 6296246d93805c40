// SPDX-License-Identifier: GPL-2.0-or-later
/* What a kernel tells gendwarfksyms, and several rules in one variable. */
#include "rule.h"

RULE("declonly", "foo", "");
RULE("byte_size", "bar", "16");
RULE("enumerator_ignore", "color RED", "");
RULE("enumerator_value", "color LAST", "-5");
RULE("type_string", "s#it's 100%=", "a \"string\"\t\377");
static const char two[]
	__attribute__((__used__,
		       __section__(".discard.gendwarfksyms.kabi_rules"))) =
		"1\0declonly\0a\0\0"
		"1\0declonly\0b\0ignored";
/*
kabi-test: rules for gendwarfksyms
kabi-records: rule
kabi-expect-start
rule byte_size:bar at=test.c:6
	"16"
rule declonly:a at=test.c:10
rule declonly:b at=test.c:10
rule declonly:foo at=test.c:5
rule enumerator_ignore:color%20RED at=test.c:7
rule enumerator_value:color%20LAST at=test.c:8
	"-5"
rule type_string:s#it's%20100%25%3d at=test.c:9
	"a \"string\"\t\xff"
kabi-expect-end
*/
