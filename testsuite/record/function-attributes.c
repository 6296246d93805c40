// SPDX-License-Identifier: GPL-2.0-or-later
void stop(void) __attribute__((noreturn));
int ms(int a, int b) __attribute__((ms_abi));
typedef void (*stopper)(void) __attribute__((noreturn));

struct ops {
	int (__attribute__((ms_abi)) *call)(int, int);
	void (*stop)(void) __attribute__((noreturn));
	stopper other;
};

int f(struct ops *ops, int a)
{
	if (a)
		stop();
	ops->stop();
	return ms(a, 1) + ops->call(a, 2);
}
int __attribute__((ms_abi)) ms(int a, int b)
{
	return a + b;
}
/*
kabi-test: noreturn, and how a function is called
kabi-records: function, struct, typedef
kabi-require: machine x86_64
kabi-expect-start
struct ops size=24 align=8 at=test.c:6
	0 call +1 *func[ms_abi](int, int) int
	8 stop +2 *func[noreturn](void) void
	16 other +3 stopper
typedef stopper at=test.c:4
	*func[noreturn](void) void
function f role=def at=test.c:12
	func(*struct ops, int) int
function ms role=def at=test.c:19
	func[ms_abi](int, int) int
function stop role=ref at=test.c:2
	func[noreturn](void) void
kabi-expect-end
*/
