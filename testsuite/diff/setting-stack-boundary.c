// SPDX-License-Identifier: GPL-2.0-or-later
/* Who was promised 16 bytes gets 8. */
int f(int n)
{
	return n;
}
/*
kabi-test: the alignment of the stack
kabi-probe: preferred-stack-boundary
kabi-run: diff
kabi-require: machine x86_64
kabi-cflags: -mno-sse
kabi-old-cflags: -mpreferred-stack-boundary=4
kabi-new-cflags: -mpreferred-stack-boundary=3
kabi-with: values
kabi-changes-start
break setting-changed setting preferred-stack-boundary | 4 -> 3
kabi-changes-end
*/
