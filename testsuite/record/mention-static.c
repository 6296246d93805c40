// SPDX-License-Identifier: GPL-2.0-or-later
struct arg {
	int n;
};
struct ops {
	int (*run)(struct arg *);
};
static int run(struct arg *arg)
{
	return arg->n;
}
static const struct ops ops = { .run = run };

const void *f(void)
{
	return &ops;
}
/*
kabi-test: types of static variables and functions that are used
kabi-records: struct
kabi-expect-start
struct arg size=4 align=4 at=test.c:2
	0 n +1 int
struct ops size=8 align=8 at=test.c:5
	0 run +1 *func(*struct arg) int
kabi-expect-end
*/
