// SPDX-License-Identifier: GPL-2.0-or-later
typedef unsigned int __u32;
typedef __u32 u32;
typedef u32 *pointer;
typedef u32 array[4];
typedef pointer (*callback)(array, u32);

struct foo {
	callback cb;
	array a;
};

pointer f(struct foo *foo)
{
	return foo->cb(foo->a, 1);
}
/*
kabi-test: typedefs of each other, of pointers, arrays and functions
kabi-records: struct, function, typedef
kabi-expect-start
struct foo size=24 align=8 at=test.c:8
	0 cb +1 callback
	8 a +2 array
typedef __u32 at=test.c:2
	unsigned int
typedef array at=test.c:5
	[4]u32
typedef callback at=test.c:6
	*func(*u32, u32) pointer
typedef pointer at=test.c:4
	*u32
typedef u32 at=test.c:3
	__u32
function f role=def at=test.c:13
	func(*struct foo) pointer
kabi-expect-end
*/
