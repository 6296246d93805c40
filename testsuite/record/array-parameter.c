// SPDX-License-Identifier: GPL-2.0-or-later
typedef int vector[4];
typedef int handler(int);

int f(int a[10], vector v, int grid[][3], handler h)
{
	return a[0] + v[0] + grid[0][0] + h(1);
}
/*
kabi-test: parameters of array and function type are pointers
kabi-records: function, typedef
kabi-expect-start
typedef handler at=test.c:3
	func(int) int
typedef vector at=test.c:2
	[4]int
function f role=def at=test.c:5
	func(*int, *int, *[3]int, *handler) int
kabi-expect-end
*/
