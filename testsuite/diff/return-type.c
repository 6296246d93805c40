// SPDX-License-Identifier: GPL-2.0-or-later
/* Who uses the result reads a register that was not set. */
#ifdef NEW
void f(int *n)
{
	*n = 1;
}
#else
int f(int *n)
{
	return *n = 1;
}
#endif
/*
kabi-test: the return type
kabi-run: diff
kabi-with: values
kabi-changes-start
break return-type-changed function f | int -> void
kabi-changes-end
*/
