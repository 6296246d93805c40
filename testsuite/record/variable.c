// SPDX-License-Identifier: GPL-2.0-or-later
int defined = 1;
static int internal = 2;
extern int used;
extern int unused;
extern char sized_elsewhere[];
int array[] = { 1, 2, 3 };
const char *const names[] = { "a", "b" };
long common;

int *f(int which)
{
	internal++;
	return which ? &used : sized_elsewhere[0] ? &internal : array;
}
/*
kabi-test: variables: defined, used, static, unused
kabi-records: variable
kabi-expect-start
variable array role=def at=test.c:7 size=12
	[3]int
variable common role=def at=test.c:9 size=8
	long
variable defined role=def at=test.c:2 size=4
	int
variable names role=def at=test.c:8 size=16
	[2]const *const char
variable sized_elsewhere role=ref at=test.c:6
	[]char
variable used role=ref at=test.c:4 size=4
	int
kabi-expect-end
*/
