/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Scratch memory that frees itself: kabi_cleanup(destructor) on a local
 * variable calls destructor(&variable) when it goes out of scope. The value is
 * handed on with kabi_steal(&variable), which leaves NULL behind.
 */
#ifndef KABI_CLEANUP_H
#define KABI_CLEANUP_H

#define kabi_cleanup(destructor) __attribute__((cleanup(destructor)))
#define kabi_must_check __attribute__((warn_unused_result))
#define kabi_printf(format_index, first_index) \
	__attribute__((format(printf, format_index, first_index)))

#define kabi_steal(pointer)                                  \
	__extension__({                                      \
		__typeof__(*(pointer)) stolen_ = *(pointer); \
		*(pointer) = NULL;                           \
		stolen_;                                     \
	})

#endif /* KABI_CLEANUP_H */
