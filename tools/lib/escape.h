/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The two ways of docs/format.md 2 to write bytes that cannot stand as is. */
#ifndef KABI_TOOLS_ESCAPE_H
#define KABI_TOOLS_ESCAPE_H

#include <stdbool.h>
#include <stddef.h>

#include "strbuf.h"

enum kabi_escape {
	KABI_ESCAPE_VALUE, /* of a key */
	KABI_ESCAPE_FILE,  /* a unit's NAME, a FILE of an `in` line */
};

/* Must the byte be "%xx"? "first": it is the first of its word. */
bool kabi_escape_needed(unsigned char byte, enum kabi_escape escape,
			bool first);

/* Adds the string with %xx for what needs it. */
void kabi_escape_add(struct kabi_strbuf *buf, const char *string,
		     enum kabi_escape escape);

/* Adds the bytes as a C string, in double quotes. */
void kabi_escape_add_string(struct kabi_strbuf *buf, const char *bytes,
			    size_t length);

#endif /* KABI_TOOLS_ESCAPE_H */
