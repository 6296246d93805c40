// SPDX-License-Identifier: GPL-2.0-or-later
/* The linker chose already. */
#ifdef NEW
__attribute__((weak))
#endif
int f(int n)
{
	return n;
}
/*
kabi-test: an exported function becomes weak
kabi-probe: weak
kabi-run: diff
kabi-changes-start
kabi-changes-end
*/
