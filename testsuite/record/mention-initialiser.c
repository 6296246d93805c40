// SPDX-License-Identifier: GPL-2.0-or-later
#include "a.h"
const unsigned long size = sizeof(struct a);
/* kabi-file: a.h */
struct a {
	int x[3];
};
struct unused {
	int u;
};
/*
kabi-test: types of which an initialiser takes the size
kabi-records: struct
kabi-expect-start
struct a size=12 align=4 at=a.h:5
	0 x +1 [3]int
kabi-expect-end
*/
