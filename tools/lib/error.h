/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Errors of the library: a function that can fail returns a
 * struct kabi_error *, NULL for success. The caller owns it and either hands it
 * up, with more context in front (kabi_error_prefix), or destroys it. Messages
 * have no "error:", no capital, no newline: "vmlinux.o: .kabi: frame 3: ...".
 */
#ifndef KABI_TOOLS_ERROR_H
#define KABI_TOOLS_ERROR_H

#include <kabi/cleanup.h>

enum kabi_error_code {
	KABI_ERROR_IO,		/* the system refused: open, read, write ... */
	KABI_ERROR_BAD_DATA,	/* the input is not what it should be */
	KABI_ERROR_UNSUPPORTED, /* a version, machine or shape we do not know */
	KABI_ERROR_USAGE,	/* what was asked makes no sense */
};

struct kabi_error {
	enum kabi_error_code code;
	char *message;
};

struct kabi_error *kabi_error_create(enum kabi_error_code code,
				     const char *format, ...) kabi_printf(2, 3)
	kabi_must_check;

/* "FORMAT: strerror(number)", code KABI_ERROR_IO. */
struct kabi_error *kabi_error_errno(int number, const char *format, ...)
	kabi_printf(2, 3) kabi_must_check;

/* Puts "FORMAT: " before the message; returns error. NULL stays NULL. */
struct kabi_error *kabi_error_prefix(struct kabi_error *error,
				     const char *format, ...) kabi_printf(2, 3)
	kabi_must_check;

void kabi_error_destroy(struct kabi_error *error);

/* For kabi_cleanup(). */
static inline void kabi_error_cleanup(struct kabi_error **error)
{
	kabi_error_destroy(*error);
}

#endif /* KABI_TOOLS_ERROR_H */
