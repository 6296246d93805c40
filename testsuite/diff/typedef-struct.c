// SPDX-License-Identifier: GPL-2.0-or-later
/* The typedef is its only name. */
typedef struct {
	int a;
#ifdef NEW
	int b;
#endif
} foo_t;

int f(foo_t *foo)
{
	return foo->a;
}
/*
kabi-test: an untagged struct that a typedef names
kabi-run: diff
kabi-with: symbols, distance
kabi-changes-start
break member-added typedef foo_t: b | symbols f | distance 1
  break type-size-changed typedef foo_t
kabi-changes-end
*/
