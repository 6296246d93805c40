// SPDX-License-Identifier: GPL-2.0-or-later
/* Functions call __stack_chk_fail now. */
int f(int n)
{
	return n;
}
/*
kabi-test: the stack protector
kabi-probe: stack-protector
kabi-run: diff
kabi-old-cflags: -fno-stack-protector
kabi-new-cflags: -fstack-protector-strong
kabi-with: values
kabi-changes-start
break setting-changed setting stack-protector | no -> strong
kabi-changes-end
*/
