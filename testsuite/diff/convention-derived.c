// SPDX-License-Identifier: GPL-2.0-or-later
/* openEuler, Anolis, deepin and Oracle: RHEL's shapes under their names. */
#include "convention.h"

struct use {
#ifdef NEW
	HIDE(__UNIQUE_ID_kabi_hide1, unsigned long kabi_reserved1, void *a);
	HIDE(__UNIQUE_ID_ck_kabi_hide2, unsigned long ck_reserved1, void *b);
	HIDE(deepin_kabi_hidden_33, unsigned long deepin_reserved1, void *c);
	HIDE(__UNIQUE_ID_uek_kabi_hide4, unsigned long uek_reserved1, void *d);
#else
	unsigned long kabi_reserved1;
	unsigned long ck_reserved1;
	unsigned long deepin_reserved1;
	unsigned long uek_reserved1;
#endif
};
struct replace {
#ifdef NEW
	HIDE(__UNIQUE_ID_kabi_hide5, unsigned long p, void *a);
	HIDE(__UNIQUE_ID_ck_kabi_hide6, unsigned long q, void *b);
	HIDE(deepin_kabi_hidden_34, unsigned long r, void *c);
	HIDE(kabi_hidden_35, unsigned long s, void *d);
#else
	unsigned long p, q, r, s;
#endif
};
struct broken {
#ifdef NEW
	HIDE(__UNIQUE_ID_ck_kabi_hide7, unsigned long ck_reserved1, long a[2]);
	HIDE(deepin_kabi_hidden_36, unsigned long s, long b[2]);
#else
	unsigned long ck_reserved1;
	unsigned long s;
#endif
};

int f(struct use *use, struct replace *replace, struct broken *broken)
{
	return use || replace || broken;
}
/*
kabi-test: shapes of RHEL's descendants
kabi-run: diff
kabi-except: mirror a convention read backwards is a removed member
kabi-changes-start
break member-added struct broken: b
  break type-size-changed struct broken
break member-removed struct broken: ck_reserved1
break member-removed struct broken: s
note member-added struct broken: a
note member-replaced struct replace: p
note member-replaced struct replace: q
note member-replaced struct replace: r
note member-replaced struct replace: s
note reserve-used struct use: ck_reserved1
note reserve-used struct use: deepin_reserved1
note reserve-used struct use: kabi_reserved1
note reserve-used struct use: uek_reserved1
kabi-changes-end
*/
