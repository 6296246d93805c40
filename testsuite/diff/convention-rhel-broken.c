// SPDX-License-Identifier: GPL-2.0-or-later
/* The same shapes, and they do not keep what they promise. */
#include "convention.h"

struct large {
#ifdef NEW
	HIDE(__UNIQUE_ID_rh_kabi_hide1, unsigned long rh_reserved1, void *p[2]);
#else
	unsigned long rh_reserved1;
#endif
	int behind;
};
struct aligned {
	int a[2];
#ifdef NEW
	HIDE(__UNIQUE_ID_rh_kabi_hide2, char old[8], void *p);
#else
	char old[8];
#endif
	int b[2];
};
struct moved {
#ifdef NEW
	long first;
	HIDE(__UNIQUE_ID_rh_kabi_hide3, unsigned long old, void *p);
#else
	unsigned long old;
#endif
};
struct other_type {
#ifdef NEW
	HIDE(__UNIQUE_ID_rh_kabi_hide4, double old, void *p);
#else
	unsigned long old;
#endif
};

int f(struct large *large, struct aligned *aligned, struct moved *moved,
      struct other_type *other_type)
{
	return large || aligned || moved || other_type;
}
/*
kabi-test: RHEL's shapes, where they do not hold
kabi-run: diff
kabi-except: mirror a convention read backwards is a removed member
kabi-changes-start
break member-removed struct aligned: old
break member-added struct aligned: p
  break type-alignment-changed struct aligned
break member-added struct large: p
  break member-moved struct large: behind
  break type-size-changed struct large
break member-removed struct large: rh_reserved1
break member-removed struct moved: old
break member-added struct moved: p
  break type-size-changed struct moved
break member-removed struct other_type: old
note member-added struct moved: first
note member-added struct other_type: p
kabi-changes-end
*/
