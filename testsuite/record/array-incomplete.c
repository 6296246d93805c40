// SPDX-License-Identifier: GPL-2.0-or-later
/* What has no bound yet gets one from its initialiser, or later. */
typedef int array[];

array one = { 1 }, two = { 1, 2 };
extern array elsewhere;
extern int later[];
extern const char *strings[];
const char *strings[] = { "a", [5] = "b" };

int f(array *pointer)
{
	return (*pointer)[0] + elsewhere[0] + later[0];
}

int later[7];
_Static_assert(sizeof(one) == 4 && sizeof(two) == 8, "");
_Static_assert(sizeof(strings) == 6 * sizeof(char *), "");
/*
kabi-test: arrays that are completed later
kabi-records: variable, typedef, function
kabi-expect-start
typedef array at=test.c:3
	[]int
function f role=def at=test.c:11
	func(*array) int
variable elsewhere role=ref at=test.c:6
	array
variable later role=def at=test.c:16 size=28
	[7]int
variable one role=def at=test.c:5 size=4
	[1]int
variable strings role=def at=test.c:9 size=48
	[6]*const char
variable two role=def at=test.c:5 size=8
	[2]int
kabi-expect-end
*/
