// SPDX-License-Identifier: GPL-2.0-or-later
int f(void)
{
	return 0;
}
/*
kabi-test: without a stack protector there is no guard
kabi-records: setting stack-protector, setting stack-protector-guard, setting stack-protector-guard-reg
kabi-cflags: -fno-stack-protector
kabi-expect-start
setting stack-protector
	no
kabi-expect-end
*/
