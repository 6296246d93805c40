// SPDX-License-Identifier: GPL-2.0-or-later
union wait {
	int *i;
	float *f;
} __attribute__((transparent_union));

typedef union {
	long *l;
	char *c;
} any __attribute__((transparent_union));

int f(union wait w, any a)
{
	return w.i == 0 && a.c == 0;
}
/*
kabi-test: a transparent union
kabi-records: union, typedef, function
kabi-expect-start
union wait size=8 align=8 at=test.c:2 transparent=1
	0 i +1 *int
	0 f +2 *float
typedef any at=test.c:7
	union size=8 align=8 transparent=1 {
		0 l +1 *long
		0 c +2 *char
	}
function f role=def at=test.c:12
	func(union wait, any) int
kabi-expect-end
*/
