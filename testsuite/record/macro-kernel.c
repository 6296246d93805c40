// SPDX-License-Identifier: GPL-2.0-or-later
/* The shapes that the kernel's headers have. */
#include "a.h"
int f(void)
{
	return 0;
}
/* kabi-file: a.h */
typedef unsigned char __u8;
typedef unsigned short __u16, __be16;
typedef unsigned int __u32;
#define __force
#define UL(x) (_UL(x))
#define _UL(x) (_AC(x, UL))
#define __AC(X, Y) (X##Y)
#define _AC(X, Y) __AC(X, Y)
#define BITS_PER_LONG 64
#define BIT(nr) (UL(1) << (nr))
#define BUILD_BUG_ON_ZERO(e) ((int)(sizeof(struct { int : (-!!(e)); })))
#define __is_constexpr(x) \
	(sizeof(int) == sizeof(*(8 ? ((void *)((long)(x) * 0l)) : (int *)8)))
#define GENMASK_INPUT_CHECK(h, l)                                              \
	(BUILD_BUG_ON_ZERO(__builtin_choose_expr(__is_constexpr((l) > (h)),    \
						 (l) > (h), 0)))
#define __GENMASK(h, l) \
	(((~UL(0)) - (UL(1) << (l)) + 1) & (~UL(0) >> (BITS_PER_LONG - 1 - (h))))
#define GENMASK(h, l) (GENMASK_INPUT_CHECK(h, l) + __GENMASK(h, l))
#define PAGE_SHIFT 12
#define PAGE_SIZE (_AC(1, UL) << PAGE_SHIFT)
#define PAGE_MASK (~(PAGE_SIZE - 1))
#define __ALIGN_MASK(x, mask) (((x) + (mask)) & ~(mask))
#define ALIGN(x, a) __ALIGN_MASK(x, (__typeof__(x))(a) - 1)
#define FIELD_MASK GENMASK(15, 8)
#define ALL_ONES GENMASK(63, 0)
#define FLAG BIT(63)
#define ALIGNED ALIGN(5000UL, PAGE_SIZE)

extern unsigned int __invalid_size_argument_for_IOC;
#define _IOC(dir, type, nr, size) \
	(((dir) << 30) | ((type) << 8) | ((nr) << 0) | ((size) << 16))
#define _IOC_TYPECHECK(t)                                       \
	((sizeof(t) == sizeof(t[1]) && sizeof(t) < (1 << 14)) ? \
		 sizeof(t) :                                    \
		 __invalid_size_argument_for_IOC)
#define _IOR(type, nr, size) _IOC(2U, (type), (nr), (_IOC_TYPECHECK(size)))
struct argument {
	__u8 bytes[24];
};
#define IOCTL _IOR('k', 7, struct argument)

static inline __u16 __fswab16(__u16 val)
{
	return val << 8 | val >> 8;
}
#define ___constant_swab16(x) \
	((__u16)((((__u16)(x) & 0x00ffU) << 8) | (((__u16)(x) & 0xff00U) >> 8)))
#define __swab16(x) \
	(__u16)(__builtin_constant_p(x) ? ___constant_swab16(x) : __fswab16(x))
#define cpu_to_be16(x) ((__force __be16)(__u16)__swab16(x))
#define PROTOCOL cpu_to_be16(0x0800)
#define SWAPPED (__u32)__builtin_bswap32(0x12345678)

#define __typecheck(x, y) \
	(!!(sizeof((__typeof__(x) *)1 == (__typeof__(y) *)1)))
#define __cmp_once(x, y) ({ __typeof__(x) a = (x); a > (y) ? a : (y); })
#define max(x, y)                                                        \
	__builtin_choose_expr(__typecheck(x, y) && __is_constexpr(x) &&  \
				      __is_constexpr(y),                 \
			      ((x) > (y) ? (x) : (y)), __cmp_once(x, y))
#define HEADROOM max(32, 1 << 6)
#define SHIFT (__builtin_ffsll(0xff00) - 1)
#define LOG (63 - __builtin_clzll(PAGE_SIZE))
#define TASK_UNINTERRUPTIBLE 0x00000002
#define TASK_WAKEKILL 0x00000100
#define TASK_KILLABLE (TASK_WAKEKILL | TASK_UNINTERRUPTIBLE)
#define SELF SELF_ENUMERATOR
enum {
	SELF_ENUMERATOR = 3,
#define SELF_ENUMERATOR SELF_ENUMERATOR
};
extern int variable;
static const int constant = 5;
#define CONSTEXPR __is_constexpr(5 + 6)
#define CONSTEXPR_VARIABLE __is_constexpr(variable)
#define CONSTEXPR_CONSTANT __is_constexpr(constant)
#define ASSERTED sizeof(struct { _Static_assert(1, "never"); })
#define NO_ASSERTED sizeof(struct { _Static_assert(0, "always"); })
#define NO_STATEMENTS __cmp_once(1, 2)
#define NO_MASK GENMASK(0, 1)
/*
kabi-test: macros as the kernel writes them
kabi-cflags: -fplugin-arg-kabi-scope=all -m64
kabi-require: machine x86_64
kabi-except: neutral the argument is the plugin's
kabi-records: macro
kabi-expect-start
macro ALIGNED at=a.h:36
	8192
macro ALL_ONES at=a.h:34
	18446744073709551615
macro ASSERTED at=a.h:86
	0
macro BITS_PER_LONG at=a.h:17
	64
macro CONSTEXPR at=a.h:83
	1
macro CONSTEXPR_CONSTANT at=a.h:85
	0
macro CONSTEXPR_VARIABLE at=a.h:84
	0
macro FIELD_MASK at=a.h:33
	65280
macro FLAG at=a.h:35
	9223372036854775808
macro HEADROOM at=a.h:70
	64
macro IOCTL at=a.h:49
	2149083911
macro LOG at=a.h:72
	12
macro PAGE_MASK at=a.h:30
	18446744073709547520
macro PAGE_SHIFT at=a.h:28
	12
macro PAGE_SIZE at=a.h:29
	4096
macro PROTOCOL at=a.h:60
	8
macro SELF at=a.h:76
	3
macro SELF_ENUMERATOR at=a.h:79
	3
macro SHIFT at=a.h:71
	8
macro SWAPPED at=a.h:61
	2018915346
macro TASK_KILLABLE at=a.h:75
	258
macro TASK_UNINTERRUPTIBLE at=a.h:73
	2
macro TASK_WAKEKILL at=a.h:74
	256
kabi-expect-end
*/
