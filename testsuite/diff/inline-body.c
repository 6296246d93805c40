// SPDX-License-Identifier: GPL-2.0-or-later
/* Who was compiled against OLD takes the locks in the other order. */
/* kabi-file: lock.h */
struct pair { int a, b; };
void lock(int *l);
static inline void pair_lock(struct pair *p)
{
#ifdef NEW
	lock(&p->b);
	lock(&p->a);
#else
	lock(&p->a);
	lock(&p->b);
#endif
}

/* kabi-file: test.c */
#include "lock.h"

void f(struct pair *p)
{
	pair_lock(p);
}
/*
kabi-test: the body of an inline function
kabi-probe: inline-body
kabi-run: diff
kabi-with: locations
kabi-changes-start
risk inline-body-changed inline pair_lock | at lock.h:6 -> lock.h:6
kabi-changes-end
kabi-contains: ^risk   inline pair_lock: inline-body-changed: body [0-9a-f]{16} -> body [0-9a-f]{16} \(lock\.h:6\)$
*/
