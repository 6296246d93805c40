// SPDX-License-Identifier: GPL-2.0-or-later
#define ATTRIBUTES(...) __attribute__((__VA_ARGS__))

/* What the kernel calls noinstr, notrace, __no_kcsan, __no_sanitize_address. */
ATTRIBUTES(noinline, no_instrument_function, section(".noinstr.text"),
	   no_sanitize_thread, no_profile_instrument_function,
	   no_sanitize_address) int noinstr(void)
{
	return 0;
}
/* Two names of one thing are one, and neither is the other's. */
ATTRIBUTES(__no_sanitize__("kernel-address", "shift-exponent", "shift-base"))
int kernel_address(void)
{
	return 0;
}
ATTRIBUTES(no_sanitize("address"), no_sanitize("leak")) int address(void)
{
	return 0;
}
/* With what -fsanitize=undefined leaves out. */
ATTRIBUTES(no_sanitize_undefined) int undefined(void)
{
	return 0;
}
ATTRIBUTES(no_stack_protector) int naked_stack(void)
{
	return 0;
}
ATTRIBUTES(patchable_function_entry(16, 16)) int padded(void)
{
	return 0;
}
/* N is N,0. */
ATTRIBUTES(patchable_function_entry(0)) int unpadded(void)
{
	return 0;
}
ATTRIBUTES(optimize("O3,no-tree-vectorize", 1)) int optimized(void)
{
	return 0;
}
#pragma GCC push_options
#pragma GCC optimize("-fno-stack-protector")
int by_pragma(void)
{
	return 0;
}
#pragma GCC pop_options
ATTRIBUTES(zero_call_used_regs("skip")) int registers(void)
{
	return 0;
}
/* An attribute of any declaration is the function's. */
ATTRIBUTES(no_sanitize_thread) int declared(void);
ATTRIBUTES(no_instrument_function) int declared(void)
{
	return 0;
}
int declared(void) ATTRIBUTES(no_sanitize_thread);

/* What decides about nothing that is a setting. */
ATTRIBUTES(noinline, cold, pure, unused, noclone, nonnull, no_icf)
int none(int *a)
{
	return *a;
}
/* Whoever defines it says so. */
ATTRIBUTES(no_sanitize_thread) int elsewhere(void);
int caller(void)
{
	return elsewhere();
}
/*
kabi-test: attributes by which a function deviates from the settings
kabi-records: function
kabi-expect-start
function address role=def at=test.c:17 attributes=no_sanitize=address:leak
	func(void) int
function by_pragma role=def at=test.c:45 attributes=optimize=-fno-stack-protector
	func(void) int
function caller role=def at=test.c:70
	func(void) int
function declared role=def at=test.c:56 attributes=no_instrument_function,no_sanitize=thread
	func(void) int
function elsewhere role=ref at=test.c:69
	func(void) int
function kernel_address role=def at=test.c:13 attributes=no_sanitize=kernel-address:shift
	func(void) int
function naked_stack role=def at=test.c:26 attributes=no_stack_protector
	func(void) int
function noinstr role=def at=test.c:7 section=.noinstr.text attributes=no_instrument_function,no_profile_instrument_function,no_sanitize=address:thread
	func(void) int
function none role=def at=test.c:64
	func(*int) int
function optimized role=def at=test.c:39 attributes=optimize=O3:no-tree-vectorize:1
	func(void) int
function padded role=def at=test.c:30 attributes=patchable_function_entry=16:16
	func(void) int
function registers role=def at=test.c:50 attributes=zero_call_used_regs=skip
	func(void) int
function undefined role=def at=test.c:22 attributes=no_sanitize=bounds-strict:float-cast-overflow:float-divide-by-zero:undefined
	func(void) int
function unpadded role=def at=test.c:35 attributes=patchable_function_entry=0:0
	func(void) int
kabi-expect-end
*/
