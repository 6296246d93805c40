// SPDX-License-Identifier: GPL-2.0-or-later
struct state {
	int depth;
};

_Thread_local int counter;
extern _Thread_local struct state state;
extern __thread struct state *pointer
	__attribute__((tls_model("initial-exec")));
_Thread_local int array[] = { 1, 2, 3 };

int f(void)
{
	static _Thread_local long internal;

	return ++internal + counter + state.depth + pointer->depth;
}
/*
kabi-test: thread-local variables of every spelling
kabi-records: variable, struct
kabi-expect-start
struct state size=4 align=4 at=test.c:2
	0 depth +1 int
variable array role=def at=test.c:10 size=12 tls=1
	[3]int
variable counter role=def at=test.c:6 size=4 tls=1
	int
variable pointer role=ref at=test.c:8 size=8 tls=1
	*struct state
variable state role=ref at=test.c:7 size=4 tls=1
	struct state
kabi-expect-end
*/
