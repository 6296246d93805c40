// SPDX-License-Identifier: GPL-2.0-or-later
/* Of integers, those bits count that are used. */
/* kabi-file: edits.h */
void sink(const char *format, ...);
#ifdef NEW
#define EDIT(name, type, old, new) static inline unsigned long name(type x, type y) { return new; }
#else
#define EDIT(name, type, old, new) static inline unsigned long name(type x, type y) { return old; }
#endif

EDIT(asm_width, unsigned, ({ asm volatile("# %0" : : "r" (x)); 0; }),
     ({ asm volatile("# %0" : : "r" ((unsigned long)x)); 0; }))
EDIT(argument_width, unsigned, (sink("", x), 0), (sink("", (long)x), 0))
EDIT(float_sign, int, (double)x > 3, (double)(unsigned)x > 3)
EDIT(mask, unsigned, x & 0xf0, x & 0x70)
EDIT(mask_behind_shift, unsigned, x >> 4 & 0xf0, (x & 0xf0) >> 4)
EDIT(product_width, unsigned, x * y, (unsigned long)x * y)
EDIT(shift, unsigned, x >> 4 & 1, x >> 5 & 1)
EDIT(shift_sign, long, x >> 4, (unsigned long)x >> 4)
EDIT(signed_division, long, x / 16, x >> 4)
EDIT(sum_width, unsigned long, x + y, (unsigned)(x + y))
EDIT(sum_width_shifted, unsigned, (x + y) >> 1, (unsigned char)(x + y) >> 1)
EDIT(variable_shift, int, x >> y, (unsigned)x >> y)
EDIT(widening, int, (long)x, (long)(unsigned)x)

/* Not changed: */
EDIT(same_division, unsigned, x / 16, x >> 4)
EDIT(same_mask, unsigned, (x & 0xff0) >> 4, x >> 4 & 0xff)
EDIT(same_remainder, unsigned, (x & 0xff8) / 8 & 3, (x & 0x18) >> 3)
EDIT(same_sum, long, (unsigned)(x - y), (unsigned)x - (unsigned)y)
EDIT(same_widening, unsigned, (unsigned long)x, (unsigned long)(long)x)

/* kabi-file: test.c */
#include "edits.h"

void *const all[] = {
	asm_width, argument_width, float_sign, mask, mask_behind_shift,
	product_width, shift, shift_sign, signed_division, sum_width,
	sum_width_shifted, variable_shift, widening,
	same_division, same_mask, same_remainder, same_sum, same_widening,
};
/*
kabi-test: the bits of integers that a body uses
kabi-run: diff
kabi-changes-start
risk inline-body-changed inline argument_width
risk inline-body-changed inline asm_width
risk inline-body-changed inline float_sign
risk inline-body-changed inline mask
risk inline-body-changed inline mask_behind_shift
risk inline-body-changed inline product_width
risk inline-body-changed inline shift
risk inline-body-changed inline shift_sign
risk inline-body-changed inline signed_division
risk inline-body-changed inline sum_width
risk inline-body-changed inline sum_width_shifted
risk inline-body-changed inline variable_shift
risk inline-body-changed inline widening
kabi-changes-end
*/
