// SPDX-License-Identifier: GPL-2.0-or-later
/* How each distribution calls its slots, in any case. */
struct names {
#ifdef NEW
	void *p[11];
#else
	unsigned long kabi_reserved1;
	void *SUSE_KABI_PADDING;
	unsigned long DEEPIN_KABI_RESERVED1;
	unsigned long deepin_reserved2;
	unsigned long ck_kabi_reserved;
	unsigned long CK_RESERVED2;
	unsigned long uek_reserved3;
	unsigned long rh_reserved_name;
	unsigned long long __kabi_reserved4;
	unsigned long long android_kabi_reserved5;
	unsigned long long android_backport_reserved6;
#endif
};
struct array {
	long a;
#ifdef NEW
	void *p;
	int i, j;
	unsigned long kabi_reserved[2];
#else
	unsigned long kabi_reserved[4];
#endif
};
struct all {
#ifdef NEW
	void *p[2];
#else
	unsigned long kabi_reserved[2];
#endif
	int z;
};
struct none {
	long a;
#ifdef NEW
	void *p;
#else
	unsigned long reserved1;
#endif
};

int f(struct names *names, struct array *array, struct all *all,
      struct none *none)
{
	return names || array || all || none;
}
/*
kabi-test: names of reserved slots
kabi-run: diff
kabi-except: mirror a convention read backwards is a removed member
kabi-changes-start
break member-removed struct none: reserved1
note reserve-used struct all: kabi_reserved
note reserve-used struct array: kabi_reserved
note reserve-used struct names: CK_RESERVED2
note reserve-used struct names: DEEPIN_KABI_RESERVED1
note reserve-used struct names: SUSE_KABI_PADDING
note reserve-used struct names: __kabi_reserved4
note reserve-used struct names: android_backport_reserved6
note reserve-used struct names: android_kabi_reserved5
note reserve-used struct names: ck_kabi_reserved
note reserve-used struct names: deepin_reserved2
note reserve-used struct names: kabi_reserved1
note reserve-used struct names: rh_reserved_name
note reserve-used struct names: uek_reserved3
note member-added struct none: p
kabi-changes-end
*/
