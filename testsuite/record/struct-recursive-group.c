// SPDX-License-Identifier: GPL-2.0-or-later
struct c;
typedef struct c c_t;

struct a {
	union {
		struct b *b;
		struct {
			struct a *next, **prev;
		};
	};
	c_t *c;
};

struct b {
	struct a list[2];
	struct b *(*clone)(struct b *, c_t *);
};

struct c {
	struct b b;
	struct a *(*find)(c_t *, struct c *(*)[3]);
	enum state { OFF, ON } state;
	enum state *(*states)(struct c *);
};

int f(struct a *a)
{
	return !a;
}
/*
kabi-test: three types, each of them made of the others
kabi-records: struct, typedef, enum
kabi-expect-start
struct a size=24 align=8 at=test.c:5
	0 - +1 union size=16 align=8 {
		0 b +2 *struct b
		0 - +3 struct size=16 align=8 {
			0 next +4 *struct a
			8 prev +4 **struct a
		}
	}
	16 c +7 *c_t
struct b size=56 align=8 at=test.c:15
	0 list +1 [2]struct a
	48 clone +2 *func(*struct b, *c_t) *struct b
struct c size=80 align=8 at=test.c:20
	0 b +1 struct b
	56 find +2 *func(*c_t, *[3]*struct c) *struct a
	64 state +3 enum state
	72 states +4 *func(*struct c) *enum state
enum state size=4 signed=0 at=test.c:23
	OFF 0 +0
	ON 1 +0
typedef c_t at=test.c:3
	struct c
kabi-expect-end
*/
