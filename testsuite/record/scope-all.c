// SPDX-License-Identifier: GPL-2.0-or-later
#include "a.h"
int f(void)
{
	return 0;
}
/* kabi-file: a.h */
struct unused {
	int b;
};
typedef struct {
	int c;
} also_t;
enum e { E };
#include "b.h"
/* kabi-file: b.h */
enum { DEEP };
union deep {
	char c;
};
/*
kabi-test: scope=all: whatever headers define
kabi-records: struct, union, enum, typedef, unit
kabi-cflags: -fplugin-arg-kabi-scope=all
kabi-except: neutral the argument is the plugin's
kabi-expect-start
unit test.c scope=all
struct unused size=4 align=4 at=a.h:8
	0 b +1 int
union deep size=1 align=1 at=b.h:18
	0 c +1 char
enum e size=4 signed=0 at=a.h:14
	E 0 +0
enum {DEEP} size=4 signed=0 at=b.h:17
	DEEP 0 +0
typedef also_t at=a.h:11
	struct size=4 align=4 {
		0 c +1 int
	}
kabi-expect-end
*/
