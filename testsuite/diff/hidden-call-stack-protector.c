// SPDX-License-Identifier: GPL-2.0-or-later
/* An array on the stack is guarded, and who finds it damaged calls for help. */
void fill(char *buffer);

int f(int n)
{
	char buffer[64];

	fill(buffer);
	return buffer[n & 63];
}
/*
kabi-test: the stack protector calls something
kabi-run: diff
kabi-require: machine x86_64
kabi-old-cflags: -fno-stack-protector
kabi-new-cflags: -fstack-protector-strong
kabi-changes-start
break setting-changed setting stack-protector
note hidden-call-added call __stack_chk_fail
kabi-changes-end
*/
