// SPDX-License-Identifier: GPL-2.0-or-later
/* A value that no longer fits makes the enum, and its holder, larger. */
enum packed {
	SMALL,
#ifdef NEW
	LARGE = 256,
#endif
} __attribute__((packed));

struct foo {
	enum packed packed;
	char c;
};

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: an enum that grew
kabi-run: diff
kabi-changes-start
break enumerator-added enum packed: LARGE
  break enum-size-changed enum packed
  break member-moved struct foo: c
  break type-alignment-changed struct foo
  break type-size-changed struct foo
kabi-changes-end
*/
