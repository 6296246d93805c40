// SPDX-License-Identifier: GPL-2.0-or-later
/* The kernel's DECLARE_FLEX_ARRAY: C has none in a union, or alone. */
#include "layout.h"

#define FLEX_ARRAY(type, name)                     \
	struct {                                   \
		struct { } __empty_ ## name;       \
		type name[];                       \
	}

struct foo {
	int n;
	union {
		FLEX_ARRAY(char, bytes);
		FLEX_ARRAY(long, words);
	};
};
AT(struct foo, bytes, 8);
AT(struct foo, words, 8);
SIZE(struct foo, 8, 8);

struct bar {
	FLEX_ARRAY(short, only);
};
AT(struct bar, only, 0);
SIZE(struct bar, 0, 2);

union baz {
	int i;
	char old[0];
};
SIZE(union baz, 4, 4);

int f(struct foo *foo, struct bar *bar, union baz *baz)
{
	return foo->n + bar->only[0] + baz->i;
}
/*
kabi-test: flexible arrays in a union, and alone in a struct
kabi-records: struct, union
kabi-expect-start
struct bar size=0 align=2 at=test.c:22
	0 - +1 struct size=0 align=2 {
		0 __empty_only +1 struct size=0 align=1 {
		}
		0 only +1 []short
	}
struct foo size=8 align=8 at=test.c:11
	0 n +1 int
	8 - +2 union size=0 align=8 {
		0 - +3 struct size=0 align=1 {
			0 __empty_bytes +3 struct size=0 align=1 {
			}
			0 bytes +3 []char
		}
		0 - +4 struct size=0 align=8 {
			0 __empty_words +4 struct size=0 align=1 {
			}
			0 words +4 []long
		}
	}
union baz size=4 align=4 at=test.c:28
	0 i +1 int
	0 old +2 [0]char
kabi-expect-end
*/
