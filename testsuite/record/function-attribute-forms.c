// SPDX-License-Identifier: GPL-2.0-or-later
/* One type, however it is spelled: in front, behind, in between, by typedef. */
__attribute__((noreturn)) void in_front(void);
void behind(void) __attribute__((noreturn));
void __attribute__((__noreturn__)) between(void);
_Noreturn void keyword(void);
typedef void (*stop)(void) __attribute__((noreturn));
typedef void plain(void);
volatile plain by_volatile;

__attribute__((ms_abi)) int ms_front(int);
int ms_behind(int) __attribute__((ms_abi));
int __attribute__((ms_abi)) ms_between(int);
typedef int ms(int) __attribute__((ms_abi));
ms ms_by_typedef;

struct ops {
	void (*behind)(void) __attribute__((noreturn));
	__attribute__((noreturn)) void (*front)(void);
	stop by_typedef;
	volatile plain *by_volatile;
	int (__attribute__((ms_abi)) *ms_inside)(int);
	int (*ms_behind)(int) __attribute__((ms_abi));
	ms *ms_by_typedef;
	int (__attribute__((sysv_abi)) *usual)(int);
	int (__attribute__((ms_abi)) *(*twice)(void))(int);
};
_Static_assert(__builtin_types_compatible_p(typeof(&ms_front),
	       typeof(((struct ops *)0)->ms_inside)), "");
_Static_assert(__builtin_types_compatible_p(typeof(&ms_front),
	       typeof(((struct ops *)0)->ms_behind)), "");

int f(struct ops *ops, int a)
{
	switch (a) {
	case 1:
		in_front();
	case 2:
		behind();
	case 3:
		between();
	case 4:
		keyword();
	case 5:
		by_volatile();
	}
	return ms_front(a) + ms_behind(a) + ms_between(a) + ms_by_typedef(a) +
	       ops->usual(a);
}
/*
kabi-test: attributes of functions in every place
kabi-records: function, struct, typedef
kabi-require: machine x86_64
kabi-expect-start
struct ops size=72 align=8 at=test.c:17
	0 behind +1 *func[noreturn](void) void
	8 front +2 *func[noreturn](void) void
	16 by_typedef +3 stop
	24 by_volatile +4 *func[noreturn](void) void
	32 ms_inside +5 *func[ms_abi](int) int
	40 ms_behind +6 *func[ms_abi](int) int
	48 ms_by_typedef +7 *ms
	56 usual +8 *func[sysv_abi](int) int
	64 twice +9 *func(void) *func[ms_abi](int) int
typedef ms at=test.c:14
	func[ms_abi](int) int
typedef plain at=test.c:8
	func(void) void
typedef stop at=test.c:7
	*func[noreturn](void) void
function behind role=ref at=test.c:4
	func[noreturn](void) void
function between role=ref at=test.c:5
	func[noreturn](void) void
function by_volatile role=ref at=test.c:9
	func[noreturn](void) void
function f role=def at=test.c:33
	func(*struct ops, int) int
function in_front role=ref at=test.c:3
	func[noreturn](void) void
function keyword role=ref at=test.c:6
	func[noreturn](void) void
function ms_behind role=ref at=test.c:12
	func[ms_abi](int) int
function ms_between role=ref at=test.c:13
	func[ms_abi](int) int
function ms_by_typedef role=ref at=test.c:15
	func[ms_abi](int) int
function ms_front role=ref at=test.c:11
	func[ms_abi](int) int
kabi-expect-end
*/
