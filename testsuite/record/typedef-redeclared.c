// SPDX-License-Identifier: GPL-2.0-or-later
/* C11 6.7p3: a typedef may be declared again. GCC forgets what it stands for. */
typedef int num;
typedef num count, *pointer;
typedef struct { int a; } untagged;
typedef int call(count);

typedef int num;
typedef num count, *pointer;
typedef int count;
typedef untagged untagged;
typedef int call(count n);

struct foo {
	count n;
	pointer p;
	untagged u;
};

call by_typedef;

num f(struct foo *foo, const count n)
{
	typedef long local;
	typedef long local;
	struct bar {
		local l;
	} bar = { n };

	return by_typedef(foo->n) + bar.l;
}
/*
kabi-test: typedefs that are declared twice
kabi-records: struct, typedef, function
kabi-expect-start
struct bar size=8 align=8 at=test.c:26 local=1
	0 l +1 local
struct foo size=24 align=8 at=test.c:14
	0 n +1 count
	8 p +2 pointer
	16 u +3 untagged
typedef call at=test.c:6
	func(count) int
typedef count at=test.c:4
	num
typedef local at=test.c:24 local=1
	long
typedef num at=test.c:3
	int
typedef pointer at=test.c:4
	*num
typedef untagged at=test.c:5
	struct size=4 align=4 {
		0 a +0 int
	}
function by_typedef role=ref at=test.c:20
	func(count) int
function f role=def at=test.c:22
	func(*struct foo, count) num
kabi-expect-end
*/
