// SPDX-License-Identifier: GPL-2.0-or-later
/* Compared by what it is worth, not how it is written. */
/* kabi-file: task.h */
#define TASK_RUNNING 0
#ifdef NEW
#define TASK_DEAD 0x40
#define TASK_SAME 1UL
#else
#define TASK_DEAD 0x80
#define TASK_SAME 1
#endif
#define TASK_MASK (TASK_DEAD | 3)

/* kabi-file: test.c */
#include "task.h"

int f(int state)
{
	return state == TASK_RUNNING || state & TASK_MASK || state == TASK_SAME;
}
/*
kabi-test: the value of a macro
kabi-probe: macro-value
kabi-run: diff
kabi-with: values, symbols
kabi-changes-start
break macro-value-changed macro TASK_DEAD | 128 -> 64 | symbols -
break macro-value-changed macro TASK_MASK | 131 -> 67 | symbols -
kabi-changes-end
*/
