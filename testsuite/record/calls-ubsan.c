// SPDX-License-Identifier: GPL-2.0-or-later
#define SHIFTED(x) (1UL << (x))
struct entry {
	unsigned long mask;
	int bit;
};

unsigned long look(int bit)
{
	static const struct entry entries[] = {
		{ SHIFTED(8), 8 },
		{ SHIFTED(sizeof(long)) | 3, 2 },
	};

	return entries[bit].mask << bit;
}
/*
kabi-test: what UBSAN defines for the places that it reports is none of the source's
kabi-records: struct, union, variable, call
kabi-cflags: -O1 -fsanitize=undefined
kabi-expect-start
struct entry size=16 align=8 at=test.c:3
	0 mask +1 unsigned long
	8 bit +2 int
call __ubsan_handle_out_of_bounds
call __ubsan_handle_pointer_overflow
call __ubsan_handle_shift_out_of_bounds
call __ubsan_handle_type_mismatch_v1
kabi-expect-end
*/
