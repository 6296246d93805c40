// SPDX-License-Identifier: GPL-2.0-or-later
enum byte { A, B = 255 };
enum less { C = -1, D = 127 };
enum two { E, F = 256 };
enum signed_two { G = -129 };
enum four { H, I = 65536 };
enum eight { J = -1, K = 0x80000000 };
_Static_assert(sizeof(enum byte) == 1 && (enum byte)-1 > 0, "");
_Static_assert(sizeof(enum less) == 1 && (enum less)-1 < 0, "");
_Static_assert(sizeof(enum two) == 2 && (enum two)-1 > 0, "");
_Static_assert(sizeof(enum signed_two) == 2 && (enum signed_two)-1 < 0, "");
_Static_assert(sizeof(enum four) == 4 && (enum four)-1 > 0, "");
_Static_assert(sizeof(enum eight) == 8 && (enum eight)-1 < 0, "");

struct foo {
	enum byte a;
	enum less b;
	enum two c;
	enum signed_two d;
	enum four e;
	enum eight f;
};
_Static_assert(sizeof(struct foo) == 24, "");

int f(struct foo *foo)
{
	return foo->a;
}
/*
kabi-test: -fshort-enums
kabi-records: enum, struct
kabi-cflags: -fshort-enums
kabi-expect-start
struct foo size=24 align=8 at=test.c:15
	0 a +1 enum byte
	1 b +2 enum less
	2 c +3 enum two
	4 d +4 enum signed_two
	8 e +5 enum four
	16 f +6 enum eight
enum byte size=1 signed=0 at=test.c:2
	A 0 +0
	B 255 +0
enum eight size=8 signed=1 at=test.c:7
	J -1 +0
	K 2147483648 +0
enum four size=4 signed=0 at=test.c:6
	H 0 +0
	I 65536 +0
enum less size=1 signed=1 at=test.c:3
	C -1 +0
	D 127 +0
enum signed_two size=2 signed=1 at=test.c:5
	G -129 +0
enum two size=2 signed=0 at=test.c:4
	E 0 +0
	F 256 +0
kabi-expect-end
*/
