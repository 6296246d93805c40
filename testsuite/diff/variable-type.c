// SPDX-License-Identifier: GPL-2.0-or-later
/* Of the same size, and not the same. */
#ifdef NEW
float a = 1;
unsigned int b = 1;
#else
int a = 1;
int b = 1;
#endif
/*
kabi-test: the type of a variable
kabi-run: diff
kabi-changes-start
break variable-type-changed variable a
risk variable-type-changed variable b
kabi-changes-end
*/
