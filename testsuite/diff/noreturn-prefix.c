// SPDX-License-Identifier: GPL-2.0-or-later
/* What callers do behind the call is another question. */
#ifdef NEW
__attribute__((noreturn)) void f(int n);
#else
void f(int n);
#endif

void f(int n)
{
	for (;;)
		asm volatile("" : : "r"(n));
}
/*
kabi-test: noreturn before the declaration
kabi-probe: noreturn
kabi-run: diff
kabi-with: values
kabi-changes-start
risk function-attribute-changed function f | none -> noreturn
kabi-changes-end
*/
