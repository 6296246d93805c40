// SPDX-License-Identifier: GPL-2.0-or-later
/* A string that grows. */
#include "strbuf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"

/* Makes room for "length" more bytes and the NUL after them. */
static void reserve(struct kabi_strbuf *buf, size_t length)
{
	size_t need, room = buf->room ? buf->room : 64;

	if (buf->room - buf->length > length)
		return;
	if (__builtin_add_overflow(buf->length, length, &need) ||
	    need > SIZE_MAX / 4)
		need = SIZE_MAX / 4; /* more than there is: alloc.c says so */
	while (room <= need)
		room *= 2;
	buf->string = kabi_xrealloc_array(buf->string, room, 1);
	buf->room = room;
}

void kabi_strbuf_deinit(struct kabi_strbuf *buf)
{
	free(buf->string);
	*buf = (struct kabi_strbuf)KABI_STRBUF_INIT;
}

void kabi_strbuf_add(struct kabi_strbuf *buf, const char *string)
{
	kabi_strbuf_add_bytes(buf, string, strlen(string));
}

void kabi_strbuf_add_bytes(struct kabi_strbuf *buf, const void *bytes,
			   size_t length)
{
	reserve(buf, length);
	if (length)
		memcpy(buf->string + buf->length, bytes, length);
	buf->length += length;
	buf->string[buf->length] = '\0';
}

void kabi_strbuf_add_char(struct kabi_strbuf *buf, char c)
{
	reserve(buf, 1);
	buf->string[buf->length++] = c;
	buf->string[buf->length] = '\0';
}

void kabi_strbuf_add_format(struct kabi_strbuf *buf, const char *format, ...)
{
	va_list args;
	int length;

	reserve(buf, 0);
	va_start(args, format);
	length = vsnprintf(buf->string + buf->length, buf->room - buf->length,
			   format, args);
	va_end(args);
	if (length < 0) {
		/* A format that cannot be; what was there stays. */
		buf->string[buf->length] = '\0';
		return;
	}
	if ((size_t)length >= buf->room - buf->length) {
		reserve(buf, length);
		va_start(args, format);
		vsnprintf(buf->string + buf->length, (size_t)length + 1, format,
			  args);
		va_end(args);
	}
	buf->length += length;
}

void kabi_strbuf_prepend(struct kabi_strbuf *buf, const char *string)
{
	size_t length = strlen(string);

	reserve(buf, length);
	memmove(buf->string + length, buf->string, buf->length);
	if (length)
		memcpy(buf->string, string, length);
	buf->length += length;
	buf->string[buf->length] = '\0';
}

void kabi_strbuf_truncate(struct kabi_strbuf *buf, size_t length)
{
	if (length >= buf->length)
		return;
	buf->length = length;
	buf->string[length] = '\0';
}

char *kabi_strbuf_steal(struct kabi_strbuf *buf)
{
	char *string;

	reserve(buf, 0);
	buf->string[buf->length] = '\0';
	string = buf->string;
	*buf = (struct kabi_strbuf)KABI_STRBUF_INIT;
	return string;
}
