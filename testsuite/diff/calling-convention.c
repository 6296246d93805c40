// SPDX-License-Identifier: GPL-2.0-or-later
/* Arguments come in other registers. */
#ifdef NEW
__attribute__((ms_abi)) int f(int n)
#else
int f(int n)
#endif
{
	return n;
}
/*
kabi-test: a calling convention
kabi-run: diff
kabi-require: machine x86_64
kabi-with: values
kabi-changes-start
break function-attribute-changed function f | none -> ms_abi
kabi-changes-end
*/
