// SPDX-License-Identifier: GPL-2.0-or-later
#define AT(type, member, offset) \
	_Static_assert(__builtin_offsetof(struct type, member) == (offset), #member)

struct foo {
	int a;
	union {
		void *p;
		struct {
			int x;
			union {
				short s;
				char c[6];
			};
		};
	};
	char last;
};
AT(foo, p, 8);
AT(foo, x, 8);
AT(foo, s, 12);
AT(foo, c, 12);
AT(foo, last, 24);
_Static_assert(sizeof(struct foo) == 32 && _Alignof(struct foo) == 8, "foo");

int f(struct foo *foo)
{
	return foo->x;
}
/*
kabi-test: nameless structs and unions inside of each other
kabi-records: struct
kabi-expect-start
struct foo size=32 align=8 at=test.c:5
	0 a +1 int
	8 - +2 union size=16 align=8 {
		0 p +3 *void
		0 - +4 struct size=12 align=4 {
			0 x +5 int
			4 - +6 union size=6 align=2 {
				0 s +7 short
				0 c +8 [6]char
			}
		}
	}
	24 last +12 char
kabi-expect-end
*/
