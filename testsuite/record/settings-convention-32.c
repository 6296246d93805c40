// SPDX-License-Identifier: GPL-2.0-or-later
int f(void)
{
	return 0;
}
/*
kabi-test: regparm and stack boundary on i386
kabi-records: setting regparm, setting preferred-stack-boundary, setting rtd
kabi-cflags: -m32 -mregparm=3 -mpreferred-stack-boundary=2
kabi-require: machine x86_64
kabi-require: cflags -m32
kabi-expect-start
setting preferred-stack-boundary
	2
setting regparm
	3
setting rtd
	no
kabi-expect-end
*/
