// SPDX-License-Identifier: GPL-2.0-or-later
struct a {
	int x;
	int y;
};
typedef struct {
	char c;
	struct inner {
		long l;
	} in;
} b;

int f(void *p)
{
	return ((struct a *)p)->y;
}
long g(void *p)
{
	return ((b *)p)->in.l;
}
/*
kabi-test: types to which a body only casts
kabi-records: struct, typedef
kabi-expect-start
struct a size=8 align=4 at=test.c:2
	0 x +1 int
	4 y +2 int
struct inner size=8 align=8 at=test.c:8
	0 l +1 long
typedef b at=test.c:6
	struct size=16 align=8 {
		0 c +1 char
		8 in +4 struct inner
	}
kabi-expect-end
*/
