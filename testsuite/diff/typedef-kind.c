// SPDX-License-Identifier: GPL-2.0-or-later
/* What was a struct is a number. */
#ifdef NEW
typedef unsigned long pte_t;
#else
typedef struct {
	unsigned long pte;
} pte_t;
#endif

int f(pte_t *pte)
{
	return pte != 0;
}
/*
kabi-test: a typedef of a struct becomes an integer
kabi-run: diff
kabi-except: mirror the id says what OLD was
kabi-changes-start
break type-kind-changed typedef pte_t
kabi-changes-end
*/
