// SPDX-License-Identifier: GPL-2.0-or-later
/* `[*]` is for prototypes; GCC makes it of the type that `[]` of members has. */
int f(int n, int a[*], int (*b)[*], int c[*][*]);

struct foo {
	int n;
	int flexible[];
};

struct bar {
	int zero[0];
	int n;
	int (*pointer)[];
	int (*callback)(int (*)[*], int (*)[]);
};

int g(struct foo *foo, struct bar *bar)
{
	return f(foo->n, bar->zero, bar->pointer, bar->pointer);
}
/*
kabi-test: a bound that a prototype leaves open
kabi-cflags: -w
kabi-records: struct, function
kabi-require: machine x86_64
kabi-expect-start
struct bar size=24 align=8 at=test.c:10
	0 zero +1 [0]int
	0 n +2 int
	8 pointer +3 *[]int
	16 callback +4 *func(*[*]int, *[]int) int
struct foo size=4 align=4 at=test.c:5
	0 n +1 int
	4 flexible +2 []int
function f role=ref at=test.c:3
	func(int, *int, *[*]int, *[*]int) int
function g role=def at=test.c:17
	func(*struct foo, *struct bar) int
kabi-expect-end
*/
