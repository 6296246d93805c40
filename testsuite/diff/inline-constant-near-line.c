// SPDX-License-Identifier: GPL-2.0-or-later
/* A number that could be a line of the function, and is none. */
/* kabi-file: scale.h */
void warn(const char *file, int line);
#define WARN_ON(x) ({ if (x) warn(__FILE__, __LINE__); })
static inline int scale(int n)
{
#ifdef NEW
	n *= 9;
#else
	n *= 8;
#endif
	WARN_ON(n > 1000);
	return n;
}

/* kabi-file: test.c */
#include "scale.h"

int f(int n)
{
	return scale(n);
}
/*
kabi-test: a constant between the first line of an inline function and a __LINE__
kabi-run: diff
kabi-changes-start
risk inline-body-changed inline scale
kabi-changes-end
*/
