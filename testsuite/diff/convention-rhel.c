// SPDX-License-Identifier: GPL-2.0-or-later
/* RH_KABI_RESERVE, USE, USE_SPLIT, REPLACE, REPLACE_SPLIT, USE_AUX_PTR. */
#include "convention.h"

struct aux;
struct one {
	int a;
#ifdef NEW
	HIDE(__UNIQUE_ID_rh_kabi_hide1, unsigned long rh_reserved1, void *p);
#else
	unsigned long rh_reserved1;
#endif
	unsigned long rh_reserved2;
};
struct several {
	int a;
#ifdef NEW
	HIDE(__UNIQUE_ID_rh_kabi_hide2,
	     unsigned long rh_reserved1;
	     unsigned long rh_reserved2,
	     struct {
		     unsigned long size;
		     struct aux * aux;
	     });
#else
	unsigned long rh_reserved1;
	unsigned long rh_reserved2;
#endif
	unsigned long RH_RESERVED3;
};
struct split {
#ifdef NEW
	HIDE(__UNIQUE_ID_rh_kabi_hide3, unsigned long rh_reserved_a, struct {
		int x;
		short y : 4;
		char z;
	});
#else
	unsigned long rh_reserved_a;
#endif
	int a;
};
struct replaced {
	int a;
#ifdef NEW
	HIDE(__UNIQUE_ID_rh_kabi_hide4, unsigned long old, void *old);
	HIDE(rh_kabi_hidden_50, unsigned long other, struct {
		int x;
		int y;
	});
#else
	unsigned long old;
	unsigned long other;
#endif
};

int f(struct one *one, struct several *several, struct split *split,
      struct replaced *replaced)
{
	return one || several || split || replaced;
}
/*
kabi-test: RHEL's shapes, where they hold
kabi-run: diff
kabi-with: values
kabi-except: mirror a convention read backwards is a removed member
kabi-changes-start
note reserve-used struct one: rh_reserved1 | unsigned long -> void *p
note member-replaced struct replaced: old | unsigned long -> void *old
note member-replaced struct replaced: other | unsigned long -> int x
note reserve-used struct several: rh_reserved1 | unsigned long -> unsigned long size
note reserve-used struct several: rh_reserved2 | unsigned long -> struct aux *aux
note reserve-used struct split: rh_reserved_a | unsigned long -> int x
kabi-changes-end
*/
