// SPDX-License-Identifier: GPL-2.0-or-later
int f(volatile int *p)
{
	return p[1];
}
/*
kabi-test: what -fsanitize=thread calls
kabi-records: setting tsan-distinguish-volatile, setting tsan-instrument-func-entry-exit, call
kabi-cflags: -fsanitize=thread --param tsan-distinguish-volatile=1 --param tsan-instrument-func-entry-exit=0
kabi-expect-start
setting tsan-distinguish-volatile
	1
setting tsan-instrument-func-entry-exit
	0
call __tsan_init
call __tsan_volatile_read4
kabi-expect-end
*/
