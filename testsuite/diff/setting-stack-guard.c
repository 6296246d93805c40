// SPDX-License-Identifier: GPL-2.0-or-later
/* The guard lies elsewhere. */
int f(int n)
{
	return n;
}
/*
kabi-test: where the stack guard is
kabi-probe: stack-guard
kabi-run: diff
kabi-require: machine x86_64
kabi-cflags: -fstack-protector-strong -mstack-protector-guard-reg=gs
kabi-new-cflags: -mstack-protector-guard-symbol=__stack_chk_guard
kabi-with: values
kabi-changes-start
break setting-changed setting stack-protector-guard-symbol | no -> __stack_chk_guard
kabi-changes-end
*/
