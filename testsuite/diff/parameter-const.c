// SPDX-License-Identifier: GPL-2.0-or-later
/* Only the compiler sees const. */
#ifdef NEW
int f(const char *s)
#else
int f(char *s)
#endif
{
	return *s;
}
/*
kabi-test: const of what a parameter points to
kabi-probe: pointee-const
kabi-run: diff
kabi-changes-start
source parameter-type-changed function f: parameter 1
kabi-changes-end
*/
