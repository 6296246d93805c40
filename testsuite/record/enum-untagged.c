// SPDX-License-Identifier: GPL-2.0-or-later
struct foo {
	enum { IDLE, BUSY } state;
};

typedef enum { LEFT, RIGHT } side;

side f(struct foo *foo)
{
	return foo->state == BUSY ? RIGHT : LEFT;
}
/*
kabi-test: an untagged enum is named by its first enumerator
kabi-records: enum, struct, typedef, function
kabi-expect-start
struct foo size=4 align=4 at=test.c:2
	0 state +1 enum {IDLE}
enum {IDLE} size=4 signed=0 at=test.c:3
	IDLE 0 +0
	BUSY 1 +0
enum {LEFT} size=4 signed=0 at=test.c:6 typedef=side
	LEFT 0 +0
	RIGHT 1 +0
typedef side at=test.c:6
	enum {LEFT}
function f role=def at=test.c:8
	func(*struct foo) side
kabi-expect-end
*/
