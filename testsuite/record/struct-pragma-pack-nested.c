// SPDX-License-Identifier: GPL-2.0-or-later
#include "layout.h"

#pragma pack(push, 4)
struct four {
	char c;
	long l;
	struct {
		char c;
		long l;
	} in;
};
#pragma pack(push, 1)
struct one {
	char c;
	struct four four;
	int i __attribute__((aligned(8)));
};
#pragma pack(pop)
struct four_again {
	char c;
	struct one one;
	long l;
};
#pragma pack(pop)
struct natural {
	char c;
	struct four four;
	long l;
};
AT(struct four, in, 12);
SIZE(struct four, 24, 4);
AT(struct one, four, 1);
AT(struct one, i, 25);
SIZE(struct one, 29, 1);
AT(struct four_again, l, 32);
SIZE(struct four_again, 40, 4);
AT(struct natural, l, 32);
SIZE(struct natural, 40, 8);

int f(struct four_again *four_again, struct natural *natural)
{
	return four_again->c + natural->c;
}
/*
kabi-test: #pragma pack, pushed and popped
kabi-records: struct
kabi-require: machine x86_64
kabi-expect-start
struct four size=24 align=4 at=test.c:5
	0 c +1 char
	4 l +2 long
	12 in +6 struct size=12 align=4 {
		0 c +4 char
		4 l +5 long
	}
struct four_again size=40 align=4 at=test.c:20
	0 c +1 char
	1 one +2 struct one
	32 l +3 long
struct natural size=40 align=8 at=test.c:26
	0 c +1 char
	4 four +2 struct four
	32 l +3 long
struct one size=29 align=1 at=test.c:14
	0 c +1 char
	1 four +2 struct four
	25 i +3 int
kabi-expect-end
*/
