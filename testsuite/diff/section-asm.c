// SPDX-License-Identifier: GPL-2.0-or-later
/* What assembly puts aside counts like what C puts there. */
int f(int n)
{
#ifdef NEW
	asm volatile("nop");
#else
	asm volatile("1: nop\n\t"
		     ".pushsection .acme.fixups, \"a\"\n\t"
		     ".long 1b - .\n\t"
		     ".popsection");
#endif
	return n;
}
/*
kabi-test: a section of assembly is gone
kabi-run: diff
kabi-with: values
kabi-changes-start
risk section-removed section .acme.fixups | asm -> -
kabi-changes-end
*/
