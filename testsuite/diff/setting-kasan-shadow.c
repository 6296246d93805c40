// SPDX-License-Identifier: GPL-2.0-or-later
/* Inline checks look for the shadow where the compiler was told that it is. */
int f(int *p)
{
	return p[1];
}
/*
kabi-test: the shadow of memory lies elsewhere
kabi-run: diff
kabi-require: machine x86_64
kabi-cflags: -fsanitize=kernel-address
kabi-old-cflags: -fasan-shadow-offset=0xdffffc0000000000
kabi-new-cflags: -fasan-shadow-offset=0xdffff00000000000
kabi-changes-start
break setting-changed setting asan-shadow-offset
kabi-changes-end
*/
