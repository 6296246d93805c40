// SPDX-License-Identifier: GPL-2.0-or-later
int *none[] = {};
int two[] = { 1, 2 };
int five[] = { [4] = 1 };
/*
kabi-test: arrays that an initialiser completes
kabi-records: variable
kabi-expect-start
variable five role=def at=test.c:4 size=20
	[5]int
variable none role=def at=test.c:2 size=0
	[0]*int
variable two role=def at=test.c:3 size=8
	[2]int
kabi-expect-end
*/
