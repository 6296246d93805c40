/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Scratch memory that frees itself: kabi_cleanup(destructor) on a local
 * variable calls destructor(&variable) when it goes out of scope. The value is
 * handed on with kabi_steal(&variable), which leaves NULL behind.
 */
#ifndef KABI_CLEANUP_H
#define KABI_CLEANUP_H

#define kabi_cleanup(destructor) __attribute__((__cleanup__(destructor)))
#define kabi_must_check __attribute__((__warn_unused_result__))
#define kabi_printf(format_index, first_index) \
	__attribute__((__format__(__printf__, format_index, first_index)))

#define kabi_steal(pointer)                                  \
	__extension__({                                      \
		__typeof__(*(pointer)) stolen_ = *(pointer); \
		*(pointer) = NULL;                           \
		stolen_;                                     \
	})

#endif /* KABI_CLEANUP_H */
