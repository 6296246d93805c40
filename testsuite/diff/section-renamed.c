// SPDX-License-Identifier: GPL-2.0-or-later
/* Whoever looks for the table by its section finds none. */
#ifdef NEW
#define TABLE ".acme.entries"
#else
#define TABLE ".acme.table"
#endif

static int entry __attribute__((section(TABLE), used)) = 1;

int f(void)
{
	return 0;
}
/*
kabi-test: a section has another name
kabi-probe: section-renamed
kabi-run: diff
kabi-with: values
kabi-changes-start
risk section-removed section .acme.table | data -> -
note section-added section .acme.entries | - -> data
kabi-changes-end
*/
