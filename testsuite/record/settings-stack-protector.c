// SPDX-License-Identifier: GPL-2.0-or-later
int f(void)
{
	return 0;
}
/*
kabi-test: where the stack guard is
kabi-records: setting stack-protector, setting stack-protector-guard, setting stack-protector-guard-reg, setting stack-protector-guard-offset, setting stack-protector-guard-symbol
kabi-cflags: -fstack-protector-strong -mstack-protector-guard-reg=gs -mstack-protector-guard-symbol=__stack_chk_guard
kabi-require: machine x86_64
kabi-expect-start
setting stack-protector
	strong
setting stack-protector-guard
	tls
setting stack-protector-guard-offset
	40
setting stack-protector-guard-reg
	gs
setting stack-protector-guard-symbol
	__stack_chk_guard
kabi-expect-end
*/
