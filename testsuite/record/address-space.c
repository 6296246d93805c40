// SPDX-License-Identifier: GPL-2.0-or-later
struct foo {
	const int __seg_gs *p;
	int *__seg_fs *q;
};

extern __seg_gs int counter;

int f(struct foo *foo)
{
	return *foo->p + counter;
}
/*
kabi-test: a named address space is a qualifier
kabi-records: struct, variable
kabi-require: machine x86_64
kabi-expect-start
struct foo size=16 align=8 at=test.c:2
	0 p +1 *const __seg_gs int
	8 q +2 *__seg_fs *int
variable counter role=ref at=test.c:7 size=4
	__seg_gs int
kabi-expect-end
*/
