// SPDX-License-Identifier: GPL-2.0-or-later
#define SECTION(name) __attribute__((section(name)))

asm(".section \".discard.sym\", \"a\"\n"
    "label_of_f:\n"
    "	.asciz \"; .section .string\"	# .section .comment\n"
    "	.previous\n"
    ".pushsection .top, \"aw\"; .byte 0; .popsection\n"
    ".text");

/* As the kernel's alternatives, static keys and bug tables do. */
static inline int inlined(int a)
{
	asm volatile("1:	.pushsection __ex_table, \"a\"\n"
		     "	.long 1b - .\n"
		     "	.popsection" : "+r"(a));
	return a;
}
int f(int a)
{
	asm goto("1: .pushsection __jump_table,  \"aw\" \n\t"
		 ".long 1b - ., %l[yes] - .\n\t"
		 ".popsection" : : : : yes);
	return inlined(a);
yes:
	return 1;
}
/* What cannot be reached is not in the object. */
static inline int unused(void)
{
	asm volatile(".pushsection .unused\n.popsection");
	return 0;
}
SECTION(".top") char top[3];

/* The name is known when the operand is. */
int g(void)
{
	asm volatile(".pushsection .init_%c0, \"a\"\n\t.popsection" : : "i"(3));
	return 0;
}
/*
kabi-test: sections that assembly names
kabi-records: section, unit
kabi-require: machine x86_64
kabi-stderr-contains: unit test\.c: 1 sections of assembly: named by an operand or by a macro's argument$
kabi-expect-start
unit test.c scope=used
	!1 sections of assembly: named by an operand or by a macro's argument
section .discard.sym
	asm
section .text
	asm
section .top
	asm
	data
section __ex_table
	asm
section __jump_table
	asm
kabi-expect-end
*/
