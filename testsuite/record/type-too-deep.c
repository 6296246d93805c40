// SPDX-License-Identifier: GPL-2.0-or-later
/* Types nest 64 deep at most; what is deeper is not read, and loses nothing else. */
#define P8 ********
#define P64 P8 P8 P8 P8 P8 P8 P8 P8
int P64 P64 deep;
struct s {
	int P64 P64 member;
	int last;
} s;
int P64 P64 f(int P64 P64 p)
{
	return p;
}
/*
kabi-test: types that are nested too deep
kabi-records: struct, variable, function
kabi-expect-start
struct s size=16 align=8 at=test.c:6
	0 member +1 **************************************************************?deep
	8 last +2 int
function f role=def at=test.c:10
	func(**************************************************************?deep) **************************************************************?deep
variable deep role=def at=test.c:5 size=8
	**************************************************************?deep
variable s role=def at=test.c:9 size=16
	struct s
kabi-expect-end
*/
