// SPDX-License-Identifier: GPL-2.0-or-later
struct foo;
enum e;
int g(struct foo *);
int f(struct foo *foo);

struct foo {
	int a;
};
enum e { E };

int f(struct foo *foo)
{
	enum e e = E;

	return foo->a + g(foo) + e;
}

int g(struct foo *foo);
/*
kabi-test: a type stands where it is defined, not where it was announced
kabi-records: struct, enum, function
kabi-except: opt variables go away
kabi-expect-start
struct foo size=4 align=4 at=test.c:7
	0 a +1 int
enum e size=4 signed=0 at=test.c:10
	E 0 +0
function f role=def at=test.c:12
	func(*struct foo) int
function g role=ref at=test.c:19
	func(*struct foo) int
kabi-expect-end
*/
