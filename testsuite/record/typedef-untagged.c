// SPDX-License-Identifier: GPL-2.0-or-later
typedef struct {
	int counter;
} atomic_t;

typedef union {
	struct {
		char lo, hi;
	};
	short both;
} pair_t;

struct foo {
	atomic_t count;
	const pair_t *pair;
};

int f(struct foo *foo)
{
	return foo->count.counter;
}
/*
kabi-test: a typedef holds the body of the untagged type that it names
kabi-records: struct, typedef
kabi-expect-start
struct foo size=16 align=8 at=test.c:13
	0 count +1 atomic_t
	8 pair +2 *const pair_t
typedef atomic_t at=test.c:2
	struct size=4 align=4 {
		0 counter +1 int
	}
typedef pair_t at=test.c:6
	union size=2 align=2 {
		0 - +1 struct size=2 align=1 {
			0 lo +2 char
			1 hi +2 char
		}
		0 both +4 short
	}
kabi-expect-end
*/
