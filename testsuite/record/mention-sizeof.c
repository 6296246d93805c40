// SPDX-License-Identifier: GPL-2.0-or-later
struct a {
	int x[3];
};
struct b {
	int y;
	char z;
};
typedef struct {
	long l[5];
} c;

unsigned long f(int n)
{
	return n ? sizeof(struct a) : __builtin_offsetof(struct b, z);
}
unsigned long g(void)
{
	return sizeof(c);
}
/*
kabi-test: types of which a body only takes the size
kabi-records: struct, typedef
kabi-expect-start
struct a size=12 align=4 at=test.c:2
	0 x +1 [3]int
struct b size=8 align=4 at=test.c:5
	0 y +1 int
	4 z +2 char
typedef c at=test.c:9
	struct size=40 align=8 {
		0 l +1 [5]long
	}
kabi-expect-end
*/
