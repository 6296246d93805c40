// SPDX-License-Identifier: GPL-2.0-or-later
/* Who writes to it faults, if the page is read-only. */
#ifdef NEW
const int v = 1;
#else
int v = 1;
#endif
/*
kabi-test: a variable becomes const
kabi-run: diff
kabi-with: values
kabi-changes-start
risk variable-const-changed variable v | int -> const int
kabi-changes-end
*/
