// SPDX-License-Identifier: GPL-2.0-or-later
int f(int *p)
{
	return p[1];
}
/*
kabi-test: sanitizers, by name and sorted
kabi-records: setting sanitize, setting sanitize-recover, setting sanitize-coverage, setting asan-stack
kabi-cflags: -fsanitize=kernel-address,bounds,shift -fno-sanitize-recover=bounds -fsanitize-coverage=trace-pc,trace-cmp --param asan-stack=0
kabi-require: machine x86_64
kabi-expect-start
setting asan-stack
	0
setting sanitize
	bounds,kernel-address,shift-base,shift-exponent
setting sanitize-coverage
	trace-cmp,trace-pc
setting sanitize-recover
	shift-base,shift-exponent
kabi-expect-end
*/
