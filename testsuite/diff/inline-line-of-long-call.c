// SPDX-License-Identifier: GPL-2.0-or-later
/* What __LINE__ is when the macro is called over several lines. */
/* kabi-file: report.h */
void warn(const char *file, int line, int what);
void only(int line, int what);
int get(int n);
#define WARN(what) warn(__FILE__, __LINE__, what)
#define ONLY(what) only(__LINE__, what)
#define OUTER(what) ({ ONLY(what); get(what); })
#define SAME(x) x
#define LINE() __LINE__
#ifdef NEW
#line 200
#endif
static inline void function(int n)
{
	WARN(
		n
	);
	ONLY(
		n +
		1
	);
	OUTER(
		get(
			n
		)
	);
	SAME(
		ONLY(
			n
		)
	);
	SAME(SAME(
		ONLY(2); ONLY(
			n
		)
	));
	only(LINE(
	     ), SAME(
		n +
		__LINE__
	     ));
	get(
		n ? SAME((
			ONLY(n),
			get(
				LINE(
				)
			))
		)
		: SAME(n
		)
	);
}

/* kabi-file: test.c */
#include "report.h"

void f(int n)
{
	function(n);
}
/*
kabi-test: lines within calls of macros that go over several
kabi-run: diff
kabi-changes-start
kabi-changes-end
*/
