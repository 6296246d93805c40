// SPDX-License-Identifier: GPL-2.0-or-later
/* ANDROID_KABI_USE, USE2, REPLACE, IGNORE, of old and new kernels. */
#include "convention.h"

typedef unsigned long long u64;
struct use {
#ifdef NEW
	BESIDE(u64 __kabi_reserved1, void *p);
	BESIDE(
		u64 __kabi_reserved2, struct {
			int x;
			int y;
		});
	HIDE(__UNIQUE_ID_android_kabi_hide7, u64 android_kabi_reserved3, int z);
#else
	u64 __kabi_reserved1;
	u64 __kabi_reserved2;
	u64 android_kabi_reserved3;
#endif
	u64 android_backport_reserved1;
};
struct replace {
	long a;
#ifdef NEW
	RENAME(unsigned long, old, void *p);
#else
	unsigned long old;
#endif
	long b;
};
struct hole {
	int a;
#ifdef NEW
	IGNORE(1, int n);
#endif
	long b;
};

int f(struct use *use, struct replace *replace, struct hole *hole)
{
	return use || replace || hole;
}
/*
kabi-test: Android's shapes, where they hold
kabi-run: diff
kabi-except: mirror a convention read backwards is a removed member
kabi-changes-start
note member-replaced struct replace: old
note reserve-used struct use: __kabi_reserved1
note reserve-used struct use: __kabi_reserved2
note reserve-used struct use: android_kabi_reserved3
kabi-changes-end
*/
