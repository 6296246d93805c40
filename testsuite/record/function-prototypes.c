// SPDX-License-Identifier: GPL-2.0-or-later
int none();
int empty(void);
int variadic(const char *, ...);

int old(a, b)
	int a;
	char b;
{
	return a + b + none(1, 2) + empty() + variadic("");
}
/*
kabi-test: no prototype, no parameters, an ellipsis, old style
kabi-records: function
kabi-expect-start
function empty role=ref at=test.c:3
	func(void) int
function none role=ref at=test.c:2
	func(?) int
function old role=def at=test.c:6
	func(?) int
function variadic role=ref at=test.c:4
	func(*const char, ...) int
kabi-expect-end
*/
