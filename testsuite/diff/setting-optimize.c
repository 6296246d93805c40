// SPDX-License-Identifier: GPL-2.0-or-later
/* Other code, the same interface. */
int f(int n)
{
	return n;
}
/*
kabi-test: the optimization
kabi-run: diff
kabi-old-cflags: -fno-wrapv
kabi-new-cflags: -fwrapv
kabi-with: values
kabi-changes-start
risk setting-changed setting wrapv | no -> yes
kabi-changes-end
*/
