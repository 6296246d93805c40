// SPDX-License-Identifier: GPL-2.0-or-later
typedef const int cint;
struct foo {
	int a;
};

int f(const int a, char *const p, const char *q, cint c, const struct foo foo)
{
	return a + *p + *q + c + foo.a;
}
/*
kabi-test: a parameter is compared without its own qualifiers
kabi-records: function
kabi-expect-start
function f role=def at=test.c:7
	func(int, *char, *const char, int, struct foo) int
kabi-expect-end
*/
