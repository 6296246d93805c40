// SPDX-License-Identifier: GPL-2.0-or-later
/* Aligned to a cache line; it has that size already. */
struct foo {
	long a[8];
#ifdef NEW
} __attribute__((aligned(64)));
#else
};
#endif

int f(struct foo *foo)
{
	return foo != 0;
}
/*
kabi-test: the alignment of a type, at the same size
kabi-probe: type-alignment
kabi-run: diff
kabi-require: machine x86_64
kabi-with: values
kabi-changes-start
break type-alignment-changed struct foo | alignment 8 -> alignment 64
kabi-changes-end
*/
