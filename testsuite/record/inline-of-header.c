// SPDX-License-Identifier: GPL-2.0-or-later
/* Those that headers define and that the code can reach, by whatever way. */
/* kabi-file: sys/system.h */
#pragma GCC system_header
static inline int of_system_header(int n) { return n; }

/* kabi-file: part.c */
static int of_included_source(int n) { return n; }

/* kabi-file: part.inc */
static inline int of_included_part(int n) { return n; }

/* kabi-file: foo.h */
#include "sys/system.h"
struct foo { int a; };
struct unreached { int a; };
#define DEFINE_GET(name) static inline int name(int n) { return n; }

static inline int called(struct foo *foo) { return foo->a; }
static inline int called_by_inline(int n) { return n; }
static inline int calls(int n) { return called_by_inline(n); }
static inline int pointed_to(int n) { return n; }
static inline int called_by_unreached(int n) { return n; }
static inline int unreached(int n) { return called_by_unreached(n); }
static int not_inline(int n) { return n; }
extern inline __attribute__((gnu_inline)) int gnu(int n) { return n; }
extern inline int also_emitted(int n) { return n; }
inline int only_inline(int n) { return n; }
int emitted(int n) { return n; }
static inline void stops(void) __attribute__((noreturn));
static inline void stops(void) { for (;;) ; }
static inline __attribute__((no_sanitize("address"))) int plain(int n)
{
	return n;
}
static inline int only_mentioned(struct unreached *u) { return sizeof(u); }
DEFINE_GET(by_macro)

/* kabi-file: test.c */
#include "foo.h"
#include "part.c"
#include "part.inc"

DEFINE_GET(by_macro_here)
static int of_main_file(int n) { return n; }
int (*pointer)(int n) = pointed_to;
static int (*unused_pointer)(int n) __attribute__((unused)) = unreached;

int f(struct foo *foo, int n)
{
	(void)sizeof(only_mentioned(0));
	if (!n)
		stops();
	return called(foo) + calls(n) + not_inline(n) + gnu(n) +
	       also_emitted(n) + only_inline(n) + plain(n) + by_macro(n) +
	       by_macro_here(n) + of_main_file(n) + of_included_source(n) +
	       of_included_part(n) + of_system_header(n);
}
/*
kabi-test: which inline functions have a record
kabi-records: inline
kabi-contains: ^inline also_emitted at=foo\.h:27$
kabi-contains: ^inline by_macro at=foo\.h:37$
kabi-contains: ^inline called at=foo\.h:19$
kabi-contains: ^inline called_by_inline at=foo\.h:20$
kabi-contains: ^inline calls at=foo\.h:21$
kabi-contains: ^inline gnu at=foo\.h:26$
kabi-contains: ^inline not_inline at=foo\.h:25$
kabi-contains: ^inline only_inline at=foo\.h:28$
kabi-contains: ^inline plain at=foo\.h:32 attributes=no_sanitize=address$
kabi-contains: ^inline pointed_to at=foo\.h:22$
kabi-contains: ^inline stops at=foo\.h:31$
kabi-contains: ^	func\[noreturn\]\(void\) void$
kabi-contains: ^	func\(\*struct foo\) int$
kabi-contains: ^	body [0-9a-f]{16}$
kabi-excludes: ^inline (by_macro_here|emitted|of_|only_mentioned|unreached|called_by_unr|f )
*/
