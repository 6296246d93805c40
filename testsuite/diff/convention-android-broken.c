// SPDX-License-Identifier: GPL-2.0-or-later
/* Too large, not aligned as the slot, in the way of others. */
#include "convention.h"

typedef unsigned long long u64;
struct use2 {
#ifdef NEW
	BESIDE(
		u64 __kabi_reserved1, struct {
			void *x;
			int y;
		});
#else
	u64 __kabi_reserved1;
#endif
};
struct replace {
#ifdef NEW
	RENAME(unsigned long, old, void *p[2]);
#else
	unsigned long old;
#endif
};
struct ignore {
	long a;
#ifdef NEW
	IGNORE(1, int n);
#endif
	long b;
};

int f(struct use2 *use2, struct replace *replace, struct ignore *ignore)
{
	return use2 || replace || ignore;
}
/*
kabi-test: Android's shapes, where they do not hold
kabi-run: diff
kabi-except: mirror a convention read backwards is a removed member
kabi-changes-start
break member-moved struct ignore: b
  break type-size-changed struct ignore
break member-removed struct replace: old
break member-added struct replace: p
  break type-size-changed struct replace
break member-added struct use2: y
  break type-size-changed struct use2
note reserve-used struct use2: __kabi_reserved1
kabi-changes-end
*/
