// SPDX-License-Identifier: GPL-2.0-or-later
#include "layout.h"

enum __attribute__((packed)) before { A = -1, B = 200 };
enum behind { C = 65535 } __attribute__((packed));
enum moded { D, E } __attribute__((mode(QI)));
enum wide { F, G } __attribute__((mode(DI)));
enum deprecated { H __attribute__((deprecated)), I = H + 3 };
enum fwd;

struct foo {
	enum before before : 9;
	enum behind behind : 16;
	enum moded moded;
	enum wide wide;
	enum deprecated deprecated;
	enum fwd *fwd;
};
_Static_assert(sizeof(enum before) == 2 && (enum before)-1 < 0, "");
_Static_assert(sizeof(enum behind) == 2 && (enum behind)-1 > 0, "");
_Static_assert(sizeof(enum moded) == 1, "");
_Static_assert(sizeof(enum wide) == 8, "");

enum fwd { LATE = -5 };

void truth(void)
{
	BITS_AT(struct foo, before, 0, 0, 9);
	BITS_AT(struct foo, behind, 2, 0, 16);
}

int f(struct foo *foo)
{
	return foo->moded;
}
/*
kabi-test: enums packed, of a mode, completed late; their bit-fields
kabi-records: enum, struct
kabi-cflags: -w
kabi-require: machine x86_64
kabi-expect-start
struct foo size=32 align=8 at=test.c:11
	0:0 before:9 +1 enum before
	2:0 behind:16 +2 enum behind
	4 moded +3 enum moded
	8 wide +4 enum wide
	16 deprecated +5 enum deprecated
	24 fwd +6 *enum fwd
enum before size=2 signed=1 at=test.c:4
	A -1 +0
	B 200 +0
enum behind size=2 signed=0 at=test.c:5
	C 65535 +0
enum deprecated size=4 signed=0 at=test.c:8
	H 0 +0
	I 3 +0
enum fwd size=4 signed=1 at=test.c:24
	LATE -5 +0
enum moded size=1 signed=0 at=test.c:6
	D 0 +0
	E 1 +0
enum wide size=8 signed=0 at=test.c:7
	F 0 +0
	G 1 +0
kabi-expect-end
*/
