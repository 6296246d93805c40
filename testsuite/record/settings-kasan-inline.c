// SPDX-License-Identifier: GPL-2.0-or-later
int f(int *p)
{
	return p[1];
}
/*
kabi-test: where inline checks look for the shadow, however it is spelled
kabi-records: setting asan-shadow-offset
kabi-cflags: -fsanitize=kernel-address -fasan-shadow-offset=1 -fasan-shadow-offset=0xDFFFFC0000000000
kabi-require: machine x86_64
kabi-expect-start
setting asan-shadow-offset
	0xdffffc0000000000
kabi-expect-end
*/
