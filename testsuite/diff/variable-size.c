// SPDX-License-Identifier: GPL-2.0-or-later
/* Consumers copied it, or stop before its end. */
#ifdef NEW
int v[8] = { 1 };
#else
int v[4] = { 1 };
#endif
/*
kabi-test: the bound of an array
kabi-run: diff
kabi-with: values, symbols
kabi-changes-start
break variable-size-changed variable v | size 16 -> size 32 | symbols v
kabi-changes-end
*/
