// SPDX-License-Identifier: GPL-2.0-or-later
/* Both take nothing. */
#ifdef NEW
int f(void)
#else
int f()
#endif
{
	return 1;
}
/*
kabi-test: f() to f(void)
kabi-run: diff
kabi-cflags: -std=gnu11
kabi-changes-start
kabi-changes-end
*/
