// SPDX-License-Identifier: GPL-2.0-or-later
__attribute__((regparm(3))) int in_front(int);
int behind(int) __attribute__((regparm(3)));
int __attribute__((__regparm__(3))) between(int);
typedef int asm_call(int) __attribute__((regparm(0)));
asm_call by_typedef;
int usual(int) __attribute__((cdecl));
int both(int) __attribute__((stdcall, noreturn));
int this(int) __attribute__((thiscall));

struct ops {
	int (*behind)(int) __attribute__((regparm(2)));
	int (__attribute__((fastcall)) *inside)(int);
	asm_call *by_typedef;
};

int f(struct ops *ops, int a)
{
	if (a == 5)
		both(a);
	return in_front(a) + behind(a) + between(a) + by_typedef(a) + usual(a) +
	       this(a) + ops->behind(a);
}
/*
kabi-test: calling conventions of i386 in every place, and as the default
kabi-records: function, struct, typedef
kabi-cflags: -m32 -mregparm=3
kabi-require: machine x86_64
kabi-require: cflags -m32
kabi-expect-start
struct ops size=12 align=4 at=test.c:11
	0 behind +1 *func[regparm=2](int) int
	4 inside +2 *func[fastcall](int) int
	8 by_typedef +3 *asm_call
typedef asm_call at=test.c:5
	func[regparm=0](int) int
function behind role=ref at=test.c:3
	func[regparm=3](int) int
function between role=ref at=test.c:4
	func[regparm=3](int) int
function both role=ref at=test.c:8
	func[noreturn,stdcall](int) int
function by_typedef role=ref at=test.c:6
	func[regparm=0](int) int
function f role=def at=test.c:17
	func(*struct ops, int) int
function in_front role=ref at=test.c:2
	func[regparm=3](int) int
function this role=ref at=test.c:9
	func[thiscall](int) int
function usual role=ref at=test.c:7
	func[cdecl](int) int
kabi-expect-end
*/
