// SPDX-License-Identifier: GPL-2.0-or-later
/* A type can be defined wherever one can be named. */
struct { int x; } returned(void);
struct late late(void);

int f(struct of_parameter { int p; } *p, enum of_parameter_list { ONE = 1 } e)
{
	return p->p + e + returned().x;
}

int g(void)
{
	return sizeof(struct of_sizeof { int z; char c; }) +
	       ((struct of_cast { short k; } *)0 == 0) +
	       (struct of_literal { long l; }){ 1 }.l +
	       __builtin_offsetof(struct of_offsetof { int a, b; }, b);
}

struct late {
	enum of_member { TWO = 2 } member : 4;
};

int h(void)
{
	return late().member;
}
/*
kabi-test: tags of parameters, sizeof, casts, literals, members
kabi-records: struct, enum, function
kabi-cflags: -w
kabi-except: opt variables go away
kabi-expect-start
struct late size=4 align=4 at=test.c:19
	0:0 member:4 +1 enum of_member
struct of_cast size=2 align=2 at=test.c:14 local=1
	0 k +0 short
struct of_literal size=8 align=8 at=test.c:15 local=1
	0 l +0 long
struct of_offsetof size=8 align=4 at=test.c:16 local=1
	0 a +0 int
	4 b +0 int
struct of_parameter size=4 align=4 at=test.c:6 local=1
	0 p +0 int
struct of_sizeof size=8 align=4 at=test.c:13 local=1
	0 z +0 int
	4 c +0 char
enum of_member size=4 signed=0 at=test.c:20
	TWO 2 +0
enum of_parameter_list size=4 signed=0 at=test.c:6 local=1
	ONE 1 +0
function f role=def at=test.c:6
	func(*struct of_parameter, enum of_parameter_list) int
function g role=def at=test.c:11
	func(void) int
function h role=def at=test.c:23
	func(void) int
function late role=ref at=test.c:4
	func(void) struct late
function returned role=ref at=test.c:3
	func(void) struct size=4 align=4 {
		0 x +0 int
	}
kabi-expect-end
*/
