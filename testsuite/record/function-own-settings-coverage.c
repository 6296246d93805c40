// SPDX-License-Identifier: GPL-2.0-or-later
__attribute__((no_sanitize_coverage, no_sanitize("thread"))) int f(void)
{
	return 0;
}
/*
kabi-test: a function without the calls of -fsanitize-coverage
kabi-require: gcc>=12
kabi-records: function
kabi-expect-start
function f role=def at=test.c:2 attributes=no_sanitize=thread,no_sanitize_coverage
	func(void) int
kabi-expect-end
*/
