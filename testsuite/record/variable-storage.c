// SPDX-License-Identifier: GPL-2.0-or-later
__thread int local;
extern __thread long local_elsewhere;
__attribute__((section(".data..percpu"))) int percpu;
extern __attribute__((section(".data..percpu"))) long percpu_elsewhere;
__attribute__((weak)) int weak;
__attribute__((visibility("hidden"))) int hidden;
extern int aliased __attribute__((alias("hidden")));

long f(void)
{
	return local + local_elsewhere + percpu + percpu_elsewhere;
}
/*
kabi-test: thread-local, in a section, weak, hidden
kabi-records: variable
kabi-expect-start
variable aliased role=def at=test.c:8 alias=hidden size=4
	int
variable hidden role=def at=test.c:7 vis=hidden size=4
	int
variable local role=def at=test.c:2 size=4 tls=1
	int
variable local_elsewhere role=ref at=test.c:3 size=8 tls=1
	long
variable percpu role=def at=test.c:4 section=.data..percpu size=4
	int
variable percpu_elsewhere role=ref at=test.c:5 section=.data..percpu size=8
	long
variable weak role=def at=test.c:6 bind=weak size=4
	int
kabi-expect-end
*/
