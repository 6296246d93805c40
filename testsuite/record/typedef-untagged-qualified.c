// SPDX-License-Identifier: GPL-2.0-or-later
typedef const struct {
	int a;
} constant;

int f(constant *c)
{
	return c->a;
}
/*
kabi-test: a typedef of a qualified untagged type
kabi-records: function, typedef
kabi-expect-start
typedef constant at=test.c:2
	const struct size=4 align=4 {
		0 a +1 int
	}
function f role=def at=test.c:6
	func(*constant) int
kabi-expect-end
*/
