// SPDX-License-Identifier: GPL-2.0-or-later
/* Its subject is the typedef. */
typedef enum {
	FIRST,
#ifdef NEW
	SECOND,
#endif
} choice_t;

int f(choice_t choice)
{
	return choice;
}
/*
kabi-test: an untagged enum that a typedef names
kabi-run: diff
kabi-with: symbols
kabi-changes-start
note enumerator-added typedef choice_t: SECOND | symbols f
kabi-changes-end
*/
