// SPDX-License-Identifier: GPL-2.0-or-later
/* What a macro takes from the declarations of the unit: x86_64's psABI. */
#include "a.h"
int f(void)
{
	return 0;
}
/* kabi-file: a.h */
typedef unsigned char u8;
typedef unsigned int gfp_t;
typedef signed long long s64;
enum state { IDLE, RUNNING = 5, STOPPED };
enum { UNTAGGED = 1 << 4, NEGATIVE_ONE = -1 };
enum wide { WIDE_ENUMERATOR = 0x100000000 };
struct in {
	u8 a;
	short b[3];
};
struct foo {
	u8 a;
	unsigned int bits : 3;
	struct in in[2];
	union {
		long c;
		struct {
			char d, e;
		};
	};
	long flexible[];
};
extern long array[7];
long function(int);
static const int constant = 42;
extern const int unknown_constant;

#define ENUMERATOR STOPPED
#define ENUMERATORS (RUNNING | UNTAGGED)
#define ENUMERATOR_NEGATIVE NEGATIVE_ONE
#define ENUMERATOR_WIDE WIDE_ENUMERATOR
#define CAST ((gfp_t)0x100 | (gfp_t)1)
#define CAST_NARROW ((u8)300)
#define CAST_SIGNED ((signed char)255)
#define CAST_WORDS ((long unsigned int)-1)
#define CAST_TYPEDEF ((s64)-1)
#define CAST_ENUM ((enum state)5 + 1)
#define CAST_QUALIFIED ((const volatile u8)257)
#define CAST_TYPEOF ((__typeof__(1UL))-1)
#define CAST_POINTER ((unsigned long)(char *)64)
#define CAST_BINDS_TIGHTLY (u8)255 + 1
#define SIZE sizeof(struct foo)
#define SIZE_ARRAY (sizeof(array) / sizeof(array[0]))
#define SIZE_ARRAY_TYPE sizeof(u8[3][5])
#define SIZE_POINTER sizeof(struct nowhere *)
#define SIZE_MEMBER sizeof(((struct foo *)0)->in)
#define SIZE_CALL sizeof(function(1))
#define SIZE_PROMOTED sizeof((u8)1 + (u8)1)
#define SIZE_CHARACTER sizeof('a')
#define SIZE_LESS (sizeof(int) - 5 > 0)
#define ALIGNMENT _Alignof(struct foo)
#define OFFSET __builtin_offsetof(struct foo, c)
#define OFFSET_INSIDE __builtin_offsetof(struct foo, in[1].b[2])
#define OFFSET_NAMELESS __builtin_offsetof(struct foo, e)
#define OFFSET_END __builtin_offsetof(struct foo, flexible[2])
#define OFFSET_BY_HAND ((unsigned long)&((struct foo *)0)->in[1].b)
#define COMPATIBLE __builtin_types_compatible_p(gfp_t, unsigned int)
#define INCOMPATIBLE __builtin_types_compatible_p(u8 *, char *)
#define CONSTANT (constant + 1)
#define UNSELECTED (1 ? 2 : function(3))

#define NO_SUCH_MEMBER __builtin_offsetof(struct foo, nothing)
#define NO_SUCH_TYPE sizeof(struct nothing)
#define NO_SUCH_COMPATIBLE __builtin_types_compatible_p(struct nothing *, int *)
#define NO_BIT_FIELD __builtin_offsetof(struct foo, bits)
#define NO_SIZE sizeof(struct foo) + unknown
#define NO_CERTAINTY __builtin_constant_p(constant)
#define NO_CONSTANT unknown_constant
#define NO_INTEGER ((void *)0)
#define NO_FLOAT 1.5
/*
kabi-test: macros with casts, sizes, offsets and enumerators
kabi-cflags: -fplugin-arg-kabi-scope=all -m64
kabi-require: machine x86_64
kabi-except: neutral the argument is the plugin's
kabi-records: macro
kabi-expect-start
macro ALIGNMENT at=a.h:59
	8
macro CAST at=a.h:40
	257
macro CAST_BINDS_TIGHTLY at=a.h:49
	256
macro CAST_ENUM at=a.h:45
	6
macro CAST_NARROW at=a.h:41
	44
macro CAST_POINTER at=a.h:48
	64
macro CAST_QUALIFIED at=a.h:46
	1
macro CAST_SIGNED at=a.h:42
	-1
macro CAST_TYPEDEF at=a.h:44
	-1
macro CAST_TYPEOF at=a.h:47
	18446744073709551615
macro CAST_WORDS at=a.h:43
	18446744073709551615
macro COMPATIBLE at=a.h:65
	1
macro CONSTANT at=a.h:67
	43
macro ENUMERATOR at=a.h:36
	6
macro ENUMERATORS at=a.h:37
	21
macro ENUMERATOR_NEGATIVE at=a.h:38
	-1
macro ENUMERATOR_WIDE at=a.h:39
	4294967296
macro INCOMPATIBLE at=a.h:66
	0
macro OFFSET at=a.h:60
	24
macro OFFSET_BY_HAND at=a.h:64
	12
macro OFFSET_END at=a.h:63
	48
macro OFFSET_INSIDE at=a.h:61
	16
macro OFFSET_NAMELESS at=a.h:62
	25
macro SIZE at=a.h:50
	32
macro SIZE_ARRAY at=a.h:51
	7
macro SIZE_ARRAY_TYPE at=a.h:52
	15
macro SIZE_CALL at=a.h:55
	8
macro SIZE_CHARACTER at=a.h:57
	4
macro SIZE_LESS at=a.h:58
	1
macro SIZE_MEMBER at=a.h:54
	16
macro SIZE_POINTER at=a.h:53
	8
macro SIZE_PROMOTED at=a.h:56
	4
macro UNSELECTED at=a.h:68
	2
kabi-expect-end
*/
