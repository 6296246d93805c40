// SPDX-License-Identifier: GPL-2.0-or-later
struct ops {
	int (*open)(struct ops *ops, const char *name);
	void (*close)(void);
	int (*print)(const char *format, ...);
	int (*old)();
	int (*(*get)(int which))(long);
	void (*table[3])(int);
};

int (*f(struct ops *ops, int n))(long)
{
	return ops->get(n);
}
/*
kabi-test: pointers to functions, and functions that return them
kabi-records: struct, function
kabi-expect-start
struct ops size=64 align=8 at=test.c:2
	0 open +1 *func(*struct ops, *const char) int
	8 close +2 *func(void) void
	16 print +3 *func(*const char, ...) int
	24 old +4 *func(?) int
	32 get +5 *func(int) *func(long) int
	40 table +6 [3]*func(int) void
function f role=def at=test.c:11
	func(*struct ops, int) *func(long) int
kabi-expect-end
*/
