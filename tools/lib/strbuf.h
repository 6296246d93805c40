/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A string that grows. "string" is always NUL-terminated once anything was
 * added (and may hold NULs before its end: "length" counts).
 */
#ifndef KABI_TOOLS_STRBUF_H
#define KABI_TOOLS_STRBUF_H

#include <stddef.h>

#include <kabi/cleanup.h>

struct kabi_strbuf {
	char *string;
	size_t length;
	size_t room;
};

#define KABI_STRBUF_INIT   \
	{                  \
		NULL, 0, 0 \
	}

void kabi_strbuf_deinit(struct kabi_strbuf *buf);
void kabi_strbuf_add(struct kabi_strbuf *buf, const char *string);
void kabi_strbuf_add_bytes(struct kabi_strbuf *buf, const void *bytes,
			   size_t length);
void kabi_strbuf_add_char(struct kabi_strbuf *buf, char c);
void kabi_strbuf_add_format(struct kabi_strbuf *buf, const char *format, ...)
	kabi_printf(2, 3);
/* Puts string before what is there. */
void kabi_strbuf_prepend(struct kabi_strbuf *buf, const char *string);
void kabi_strbuf_truncate(struct kabi_strbuf *buf, size_t length);
/* The string (never NULL), which the caller frees; the buffer is empty again.
 */
char *kabi_strbuf_steal(struct kabi_strbuf *buf);

#endif /* KABI_TOOLS_STRBUF_H */
