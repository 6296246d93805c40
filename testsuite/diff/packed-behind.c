// SPDX-License-Identifier: GPL-2.0-or-later
/* __packed behind the brace: no member is declared otherwise. */
struct foo {
	char a;
	int b;
	int c;
#ifdef NEW
} __attribute__((packed));
#else
};
#endif

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: a struct becomes packed
kabi-probe: packed-behind
kabi-run: diff
kabi-with: values
kabi-changes-start
break type-alignment-changed struct foo | alignment 4 -> alignment 1
  break member-moved struct foo: b | offset 4 -> offset 1
  break member-moved struct foo: c | offset 8 -> offset 5
  break type-size-changed struct foo | size 12 -> size 9
kabi-changes-end
*/
