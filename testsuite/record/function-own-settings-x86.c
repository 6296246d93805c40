// SPDX-License-Identifier: GPL-2.0-or-later
#define ATTRIBUTES(...) __attribute__((__VA_ARGS__))

/* What the kernel calls __noretpoline and __noendbr. */
ATTRIBUTES(indirect_branch("keep"), function_return("thunk-extern"))
int thunks(int (*call)(void))
{
	return call() + 1;
}
ATTRIBUTES(nocf_check) int noendbr(void)
{
	return 0;
}
ATTRIBUTES(target("avx2,bmi")) int vectors(void)
{
	return 0;
}
#pragma GCC push_options
#pragma GCC target("sse4.2")
int by_pragma(void)
{
	return 0;
}
#pragma GCC pop_options
ATTRIBUTES(fentry_name("nop"), fentry_section("__mcount_own"))
int traced(void)
{
	return 0;
}
ATTRIBUTES(force_align_arg_pointer) int aligned(void)
{
	return 0;
}
/* Does not return by itself, has no prologue. */
ATTRIBUTES(naked) void entry(void)
{
	asm("ret");
}
/* How it is called is told by its type. */
ATTRIBUTES(ms_abi) int convention(void)
{
	return 0;
}
/*
kabi-test: attributes by which a function deviates from the settings of x86
kabi-records: function
kabi-cflags: -fcf-protection=branch -mno-avx
kabi-require: machine x86_64
kabi-expect-start
function aligned role=def at=test.c:30 attributes=force_align_arg_pointer
	func(void) int
function by_pragma role=def at=test.c:20 attributes=target=sse4.2
	func(void) int
function convention role=def at=test.c:40
	func[ms_abi](void) int
function entry role=def at=test.c:35 attributes=naked
	func(void) void
function noendbr role=def at=test.c:10 attributes=nocf_check
	func(void) int
function thunks role=def at=test.c:6 attributes=function_return=thunk-extern,indirect_branch=keep
	func(*func(void) int) int
function traced role=def at=test.c:26 attributes=fentry_name=nop,fentry_section=__mcount_own
	func(void) int
function vectors role=def at=test.c:14 attributes=target=avx2:bmi
	func(void) int
kabi-expect-end
*/
