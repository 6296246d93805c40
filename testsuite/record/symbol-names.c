// SPDX-License-Identifier: GPL-2.0-or-later
int renamed(int) __asm__("other_name");
int unused(int a) __asm__("yet_another");
int here(int a) __asm__("there");

int here(int a)
{
	return renamed(a);
}
/*
kabi-test: the name in the object file
kabi-records: function
kabi-expect-start
function other_name role=ref at=test.c:2
	func(int) int
function there role=def at=test.c:6
	func(int) int
kabi-expect-end
*/
