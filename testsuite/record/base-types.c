// SPDX-License-Identifier: GPL-2.0-or-later
struct foo {
	char c;
	signed char sc;
	unsigned char uc;
	short s;
	short unsigned us;
	int i;
	unsigned u;
	long l;
	long unsigned ul;
	long long ll;
	unsigned long long int ull;
	__int128 q;
	unsigned __int128 uq;
	_Bool b;
	float f;
	double d;
	long double ld;
	_Float128 f128;
	_Decimal32 dec;
	void *p;
};

int f(struct foo *foo)
{
	return foo->c;
}
/*
kabi-test: the names of base types
kabi-records: base, struct
kabi-require: machine x86_64
kabi-expect-start
base _Bool size=1 align=1 encoding=bool
base _Decimal32 size=4 align=4 encoding=decimal
base _Float128 size=16 align=16 encoding=float
base __int128 size=16 align=16 encoding=signed
base char size=1 align=1 encoding=char
base double size=8 align=8 encoding=float
base float size=4 align=4 encoding=float
base int size=4 align=4 encoding=signed
base long size=8 align=8 encoding=signed
base long double size=16 align=16 encoding=float
base long long size=8 align=8 encoding=signed
base short size=2 align=2 encoding=signed
base signed char size=1 align=1 encoding=signed
base unsigned __int128 size=16 align=16 encoding=unsigned
base unsigned char size=1 align=1 encoding=unsigned
base unsigned int size=4 align=4 encoding=unsigned
base unsigned long size=8 align=8 encoding=unsigned
base unsigned long long size=8 align=8 encoding=unsigned
base unsigned short size=2 align=2 encoding=unsigned
struct foo size=144 align=16 at=test.c:2
	0 c +1 char
	1 sc +2 signed char
	2 uc +3 unsigned char
	4 s +4 short
	6 us +5 unsigned short
	8 i +6 int
	12 u +7 unsigned int
	16 l +8 long
	24 ul +9 unsigned long
	32 ll +10 long long
	40 ull +11 unsigned long long
	48 q +12 __int128
	64 uq +13 unsigned __int128
	80 b +14 _Bool
	84 f +15 float
	88 d +16 double
	96 ld +17 long double
	112 f128 +18 _Float128
	128 dec +19 _Decimal32
	136 p +20 *void
kabi-expect-end
*/
