// SPDX-License-Identifier: GPL-2.0-or-later
#define SECTION(name) __attribute__((section(name)))

SECTION(".init.text") int init(void)
{
	return 0;
}
SECTION(".data..once") int once = 1;
SECTION(".both") int *variable = &once;
/* Static ones count: linker scripts gather them. */
static SECTION("__ksymtab") const void *const entry
	__attribute__((used)) = init;
static __attribute__((noinline)) SECTION(".noinstr.text") int noinstr(int a)
{
	return a + 1;
}
int f(int a)
{
	static SECTION(".data..local") int local;

	local += a;
	return noinstr(a) + local;
}
/* Not in the object. */
static SECTION(".unused") int unused;
static inline SECTION(".unused.text") int unused_function(void)
{
	return unused;
}
extern SECTION(".elsewhere") int elsewhere;
int g(void)
{
	return elsewhere;
}
/* Flags behind the name are the assembler's business. */
SECTION(".flags,\"aw\",@progbits #") int flags = 1;
SECTION(".odd=1%") int odd = 1;
/* The compiler's own. */
__attribute__((cold)) int cold(void)
{
	return 0;
}
int plain = 1;
/*
kabi-test: sections that attributes name
kabi-records: section
kabi-cflags: -ffunction-sections -fdata-sections
kabi-require: machine x86_64
kabi-expect-start
section .both
	data
section .data..local
	data
section .data..once
	data
section .flags
	data
section .init.text
	code
section .noinstr.text
	code
section .odd%3d1%25
	data
section __ksymtab
	data
kabi-expect-end
*/
