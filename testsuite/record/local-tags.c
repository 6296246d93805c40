// SPDX-License-Identifier: GPL-2.0-or-later
struct event {
	int at_file_scope;
};

int f(struct event *event, int a)
{
	struct event {
		long in_a_block;
	} e = { a };
	typedef struct event local;
	{
		struct event {
			char deeper[3];
		} d = { { a } };
		return d.deeper[1] + ((local *)&e)->in_a_block +
		       sizeof(d) + event->at_file_scope;
	}
}
/*
kabi-test: one tag, three types, in blocks
kabi-records: struct, typedef
kabi-except: opt variables go away
kabi-expect-start
struct event size=3 align=1 at=test.c:13 local=1
	0 deeper +1 [3]char
	in 1 test.c
struct event size=4 align=4 at=test.c:2
	0 at_file_scope +1 int
	in 1 test.c
struct event size=8 align=8 at=test.c:8 local=1
	0 in_a_block +1 long
	in 1 test.c
typedef local at=test.c:11 local=1
	struct event
kabi-expect-end
*/
