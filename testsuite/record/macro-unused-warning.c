// SPDX-License-Identifier: GPL-2.0-or-later
/* The plugin expands ONLY_BY_PLUGIN; for the compiler it stays unused. */
#include "a.h"
#define ONLY_BY_PLUGIN 5
#ifdef TESTED
#endif
int f(void)
{
	return 0;
}
/* kabi-file: a.h */
#define TESTED ONLY_BY_PLUGIN
/*
kabi-test: expanding macros does not hide -Wunused-macros
kabi-run: compile
kabi-cflags: -Wunused-macros
kabi-stderr-contains: test.c:4:.*warning: macro "ONLY_BY_PLUGIN" is not used
kabi-exit: 0
*/
