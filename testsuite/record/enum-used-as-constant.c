// SPDX-License-Identifier: GPL-2.0-or-later
#include "a.h"

int f(int a)
{
	return a == LATER;
}
/* kabi-file: a.h */
enum when { NOW, LATER };
/*
kabi-test: an enum of which only the value is used
kabi-records: enum, function
kabi-expect-start
enum when size=4 signed=0 at=a.h:9
	NOW 0 +0
	LATER 1 +0
function f role=def at=test.c:4
	func(int) int
kabi-expect-end
*/
