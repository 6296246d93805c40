// SPDX-License-Identifier: GPL-2.0-or-later
int f(void)
{
	return 0;
}
/*
kabi-test: options that decide how functions are called
kabi-records: setting cmodel, setting red-zone, setting preferred-stack-boundary, setting sse, setting 80387, setting leading-underscore, setting skip-rax-setup, setting regparm
kabi-cflags: -mcmodel=kernel -mno-red-zone -mpreferred-stack-boundary=3 -mno-sse -mno-80387 -mskip-rax-setup -fno-pie -fno-leading-underscore
kabi-require: machine x86_64
kabi-expect-start
setting 80387
	no
setting cmodel
	kernel
setting leading-underscore
	no
setting preferred-stack-boundary
	3
setting red-zone
	no
setting regparm
	6
setting skip-rax-setup
	yes
setting sse
	no
kabi-expect-end
*/
