// SPDX-License-Identifier: GPL-2.0-or-later
/* What the callback gets has the same representation. */
struct ops {
#ifdef NEW
	int (*seek)(unsigned long where);
#else
	int (*seek)(long where);
#endif
};

int f(const struct ops *ops)
{
	return ops != 0;
}
/*
kabi-test: a callback whose parameter changed its sign
kabi-run: diff
kabi-changes-start
risk member-type-changed struct ops: seek
kabi-changes-end
*/
