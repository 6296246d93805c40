// SPDX-License-Identifier: GPL-2.0-or-later
#pragma GCC visibility push(hidden)
int inner(void);
int outer(void) __attribute__((visibility("default")));
#pragma GCC visibility pop

int inner(void)
{
	return outer();
}
/*
kabi-test: visibility by pragma and by option
kabi-records: function
kabi-expect-start
function inner role=def at=test.c:7 vis=hidden
	func(void) int
function outer role=ref at=test.c:4
	func(void) int
kabi-expect-end
*/
