// SPDX-License-Identifier: GPL-2.0-or-later
/* Bytes that cannot stand as is in a record. */
#include "escape.h"

bool kabi_escape_needed(unsigned char byte, enum kabi_escape escape, bool first)
{
	if (byte < '!' || byte > '~' || byte == '%')
		return true;
	return escape == KABI_ESCAPE_FILE &&
	       (byte == '=' || (first && (byte == '+' || byte == '-')));
}

void kabi_escape_add(struct kabi_strbuf *buf, const char *string,
		     enum kabi_escape escape)
{
	const char *start = string;

	for (; *string; string++) {
		unsigned char byte = *string;

		if (!kabi_escape_needed(byte, escape, string == start))
			kabi_strbuf_add_char(buf, byte);
		else
			kabi_strbuf_add_format(buf, "%%%02x", byte);
	}
}

void kabi_escape_add_string(struct kabi_strbuf *buf, const char *bytes,
			    size_t length)
{
	size_t i;

	kabi_strbuf_add_char(buf, '"');
	for (i = 0; i < length; i++) {
		unsigned char byte = bytes[i];

		if (byte == '\n')
			kabi_strbuf_add(buf, "\\n");
		else if (byte == '\t')
			kabi_strbuf_add(buf, "\\t");
		else if (byte == '\r')
			kabi_strbuf_add(buf, "\\r");
		else if (byte < ' ' || byte > '~')
			kabi_strbuf_add_format(buf, "\\x%02x", byte);
		else if (byte == '"' || byte == '\\')
			kabi_strbuf_add_format(buf, "\\%c", byte);
		else
			kabi_strbuf_add_char(buf, byte);
	}
	kabi_strbuf_add_char(buf, '"');
}
