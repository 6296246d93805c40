// SPDX-License-Identifier: GPL-2.0-or-later
enum plain { A, B = 5, C };
enum negative { N = -1, P = 1 };
enum wide { W = 1, X = 0x100000000 };
enum wider { Y = -1, Z = 0x7fffffffffffffff };
enum widest { ALL = 0xffffffffffffffff };
enum high { H = 0x80000000 };
enum small { S = 200 } __attribute__((packed));

struct foo {
	enum plain a;
	enum negative b;
	enum wide c;
	enum wider d;
	enum widest e;
	enum high f;
	enum small g;
};

int f(struct foo *foo)
{
	return foo->a;
}
/*
kabi-test: values, size and signedness of enums
kabi-records: enum
kabi-expect-start
enum high size=4 signed=0 at=test.c:7
	H 2147483648 +0
enum negative size=4 signed=1 at=test.c:3
	N -1 +0
	P 1 +0
enum plain size=4 signed=0 at=test.c:2
	A 0 +0
	B 5 +0
	C 6 +0
enum small size=1 signed=0 at=test.c:8
	S 200 +0
enum wide size=8 signed=0 at=test.c:4
	W 1 +0
	X 4294967296 +0
enum wider size=8 signed=1 at=test.c:5
	Y -1 +0
	Z 9223372036854775807 +0
enum widest size=8 signed=0 at=test.c:6
	ALL 18446744073709551615 +0
kabi-expect-end
*/
