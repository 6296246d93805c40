// SPDX-License-Identifier: GPL-2.0-or-later
int f(int n, int m, int a[n], int b[n][m])
{
	return a[0] + b[0][0];
}

int g(int n, int b[][n]);
int h(int n, int b[][n])
{
	return g(n, b);
}
/*
kabi-test: a bound that is known at run time only
kabi-records: function
kabi-expect-start
function f role=def at=test.c:2
	func(int, int, *int, *[*]int) int
function g role=ref at=test.c:7
	func(int, *[*]int) int
function h role=def at=test.c:8
	func(int, *[*]int) int
kabi-expect-end
*/
