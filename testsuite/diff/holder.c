// SPDX-License-Identifier: GPL-2.0-or-later
/* Who holds it by value grows; who points to it does not. */
struct inner {
	int a;
#ifdef NEW
	int b;
#endif
};

struct foo {
	struct inner inner;
	int z;
};

struct pointer {
	struct inner *inner;
	struct pointer *next;
};

int f(struct foo *foo, struct pointer *pointer)
{
	return foo && pointer;
}

struct foo v;
/*
kabi-test: holders of a struct that grew
kabi-run: diff
kabi-with: symbols, distance
kabi-changes-start
break member-added struct inner: b | symbols f v | distance 0
  break type-size-changed struct inner
  break member-moved struct foo: z
  break type-size-changed struct foo
  break variable-size-changed variable v
kabi-changes-end
*/
