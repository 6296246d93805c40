// SPDX-License-Identifier: GPL-2.0-or-later
int __attribute__((regparm(3))) three(int a, int b, int c);
int __attribute__((regparm(0))) zero(int a);
int __attribute__((stdcall)) popped(int a);
int __attribute__((fastcall)) fast(int a);
int plain(int a);

int f(int a)
{
	return three(a, a, a) + zero(a) + popped(a) + fast(a) + plain(a);
}
/*
kabi-test: regparm on i386
kabi-records: function
kabi-cflags: -m32
kabi-require: machine x86_64
kabi-require: cflags -m32
kabi-expect-start
function f role=def at=test.c:8
	func(int) int
function fast role=ref at=test.c:5
	func[fastcall](int) int
function plain role=ref at=test.c:6
	func(int) int
function popped role=ref at=test.c:4
	func[stdcall](int) int
function three role=ref at=test.c:2
	func[regparm=3](int, int, int) int
function zero role=ref at=test.c:3
	func[regparm=0](int) int
kabi-expect-end
*/
