// SPDX-License-Identifier: GPL-2.0-or-later
typedef int handler(struct foo *foo, ...);
typedef handler *getter(const char *name);

struct foo {
	int (*(*get)(void (*)(int, ...), int (*table[3])(char)))(struct foo *);
	void (*(*many)[2][3])(int (*row)[4]);
	handler *typed;
	getter *indirect;
	handler *(*list[2])(void);
	const struct foo *const (*self)(const volatile struct foo *volatile *);
	_Bool (*structs)(struct { int a; } *);
};

void (*signal(int number, void (*action)(int)))(int);

getter *f(struct foo *foo, void (*action)(int))
{
	signal(1, action);
	return foo->indirect;
}
/*
kabi-test: signatures in signatures
kabi-records: struct, function, typedef
kabi-cflags: -w
kabi-expect-start
struct foo size=64 align=8 at=test.c:5
	0 get +1 *func(*func(int, ...) void, **func(char) int) *func(*struct foo) int
	8 many +2 *[2][3]*func(*[4]int) void
	16 typed +3 *handler
	24 indirect +4 *getter
	32 list +5 [2]*func(void) *handler
	48 self +6 *func(*volatile *const volatile struct foo) *const struct foo
	56 structs +7 *func(*struct size=4 align=4 {
		0 a +7 int
	}) _Bool
typedef getter at=test.c:3
	func(*const char) *handler
typedef handler at=test.c:2
	func(*struct foo, ...) int
function f role=def at=test.c:17
	func(*struct foo, *func(int) void) *getter
function signal role=ref at=test.c:15
	func(int, *func(int) void) *func(int) void
kabi-expect-end
*/
