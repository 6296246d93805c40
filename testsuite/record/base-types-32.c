// SPDX-License-Identifier: GPL-2.0-or-later
struct foo {
	char c;
	long long ll;
	long l;
	double d;
};
_Static_assert(sizeof(struct foo) == 24, "");

int f(struct foo *foo)
{
	return foo->c;
}
/*
kabi-test: sizes and alignments on i386: the psABI's, in structs too
kabi-records: base, struct
kabi-cflags: -m32
kabi-require: machine x86_64
kabi-require: cflags -m32
kabi-expect-start
base char size=1 align=1 encoding=char
base double size=8 align=8 encoding=float
base int size=4 align=4 encoding=signed
base long size=4 align=4 encoding=signed
base long long size=8 align=8 encoding=signed
struct foo size=24 align=4 at=test.c:2
	0 c +1 char
	4 ll +2 long long
	12 l +3 long
	16 d +4 double
kabi-expect-end
*/
