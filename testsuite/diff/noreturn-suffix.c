// SPDX-License-Identifier: GPL-2.0-or-later
/* Behind the declaration it means the same. */
#ifdef NEW
void f(int n) __attribute__((noreturn));
#else
void f(int n);
#endif

void f(int n)
{
	for (;;)
		asm volatile("" : : "r"(n));
}
/*
kabi-test: noreturn behind the declaration
kabi-probe: noreturn
kabi-run: diff
kabi-changes-start
risk function-attribute-changed function f
kabi-changes-end
*/
