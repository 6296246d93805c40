// SPDX-License-Identifier: GPL-2.0-or-later
/* Functions that one call of a macro makes are all on its line. */
/* kabi-file: trace.h */
void warn(const char *format, int line);
int get(int n);
#define WARN() warn("where", __LINE__)
#define BOTH(name, body)					\
	static inline void checked_##name(int n)		\
	{							\
		if (get(n))					\
			WARN();					\
	}							\
	static inline int plain_##name(int n)			\
	{							\
		return get(n == 23 ? 24 : 25) + (n == 27);	\
	}							\
	static inline void body_##name(int n)			\
	{							\
		body						\
		get(1);						\
	}
#define AROUND(definition) definition
#define BODY(body) { body }
#ifdef NEW
#line 24
#else
#line 23
#endif
BOTH(first, { get(n); })
BOTH(second, { get(n); WARN(); })
AROUND(BOTH(third, { WARN(); }))
AROUND(static inline void fourth(int n) { WARN(); })
static inline void sixth(int n) BODY(get(n); WARN();)
BOTH(fifth, { get(
	n); WARN(); })

/* kabi-file: test.c */
#include "trace.h"

int f(int n)
{
	checked_first(n);
	checked_second(n);
	checked_third(n);
	checked_fifth(n);
	body_first(n);
	body_second(n);
	body_third(n);
	body_fifth(n);
	fourth(n);
	sixth(n);
	return plain_first(n) + plain_second(n) + plain_third(n) +
	       plain_fifth(n);
}
/*
kabi-test: constants like the line of a macro that also makes a function with __LINE__
kabi-run: diff
kabi-changes-start
kabi-changes-end
*/
