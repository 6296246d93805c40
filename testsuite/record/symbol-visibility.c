// SPDX-License-Identifier: GPL-2.0-or-later
__attribute__((visibility("hidden"))) int hidden(void)
{
	return 1;
}
__attribute__((visibility("protected"))) int shielded(void)
{
	return 2;
}
__attribute__((weak)) int weak(void)
{
	return 3;
}
__attribute__((section(".init.text"))) int early(void)
{
	return 4;
}
int aliased(void) __attribute__((alias("weak")));
extern int maybe(void) __attribute__((weak));
int f(void)
{
	return maybe ? maybe() : hidden();
}
/*
kabi-test: visibility, binding, alias and section
kabi-records: function
kabi-expect-start
function aliased role=def at=test.c:18 alias=weak
	func(void) int
function early role=def at=test.c:14 section=.init.text
	func(void) int
function f role=def at=test.c:20
	func(void) int
function hidden role=def at=test.c:2 vis=hidden
	func(void) int
function maybe role=ref at=test.c:19 bind=weak
	func(void) int
function shielded role=def at=test.c:6 vis=protected
	func(void) int
function weak role=def at=test.c:10 bind=weak
	func(void) int
kabi-expect-end
*/
