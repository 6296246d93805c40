// SPDX-License-Identifier: GPL-2.0-or-later
/* The same rule twice is one; two of one target are a contradiction. */
#include "rule.h"

RULE("byte_size", "foo", "8");
RULE("byte_size", "foo", "8");
RULE("byte_size", "bar", "8");
RULE("byte_size", "bar", "16");
/*
kabi-test: rules that contradict each other
kabi-records: rule
kabi-expect-start
rule byte_size:bar at=test.c:7
	"8"
	in 1 test.c
rule byte_size:bar at=test.c:8
	"16"
	in 1 test.c
rule byte_size:foo at=test.c:5
	"8"
kabi-expect-end
kabi-stderr-contains: rule byte_size:bar: 2 different values
*/
