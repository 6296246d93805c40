// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Single functions that are compiled otherwise than the rest: callers notice
 * only how one is entered.
 */
#ifdef NEW
#define CODE __attribute__((no_stack_protector))
#define ENTRY __attribute__((patchable_function_entry(8, 8)))
#else
#define CODE
#define ENTRY
#endif

CODE int f(int n)
{
	return n;
}

ENTRY int g(int n)
{
	return n + 1;
}
/*
kabi-test: attributes of single functions
kabi-run: diff
kabi-with: values, symbols
kabi-changes-start
risk function-attribute-changed function g | none -> patchable_function_entry=8:8 | symbols g
note function-attribute-changed function f | none -> no_stack_protector | symbols f
kabi-changes-end
*/
