// SPDX-License-Identifier: GPL-2.0-or-later
// The .kabi section as assembler text: see encode.h.

#include "encode.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <kabi/frame-encode.h>

/*
 * Measured on kernel TUs with the dictionary: a tenth fewer bytes than level 1,
 * in 0.4 ms instead of 0.3; level 4 would take 0.8 ms for another 6 %.
 */
#define LEVEL 3

#define BYTES_PER_LINE 4000

/*
 * A byte in a string of gas. All but a few stand for themselves, which gas
 * reads nearly twice as fast as anything that is spelled: it copies strings. A
 * `-` at the beginning is spelled, because kbuild's sed picks lines that begin
 * with `->` out of asm-offsets.s; so is a carriage return, which does not
 * survive everywhere.
 */
static char *put_byte(char *to, unsigned char c, unsigned char next, bool first)
{
	switch (c) {
	case '\0':
		*to++ = '\\';
		/* Digits go on, up to three of them. */
		if (next >= '0' && next <= '9')
			to = stpcpy(to, "00");
		*to++ = '0';
		return to;
	case '\n':
		return stpcpy(to, "\\n");
	case '\r':
		return stpcpy(to, "\\r");
	case '"':
	case '\\':
		*to++ = '\\';
		break;
	case '-':
		if (first)
			return stpcpy(to, "\\055");
		break;
	}
	*to++ = c;
	return to;
}

static void write_bytes(FILE *stream, const unsigned char *bytes, size_t size)
{
	static const char directive[] = "\t.ascii\t\"";
	/* A byte becomes four characters at most. */
	char line[sizeof(directive) + 4 * BYTES_PER_LINE + 2];

	while (size) {
		size_t count = size < BYTES_PER_LINE ? size : BYTES_PER_LINE;
		char *to = stpcpy(line, directive);

		for (size_t i = 0; i < count; i++)
			to = put_byte(to, bytes[i],
				      i + 1 < count ? bytes[i + 1] : 0, !i);
		to = stpcpy(to, "\"\n");
		fwrite(line, 1, to - line, stream);
		bytes += count;
		size -= count;
	}
}

const char *kabi_encode_section(FILE *stream, const char *body, size_t length,
				char type_prefix)
{
	unsigned char *frame = malloc(kabi_frame_bound(length));
	size_t size;

	if (!frame)
		return "out of memory";
	size = kabi_frame_encode(frame, body, length, LEVEL);
	if (size) {
		fprintf(stream, "\t.pushsection\t%s,\"e\",%c0x%x\n",
			KABI_SECTION_NAME, type_prefix, KABI_SECTION_TYPE);
		write_bytes(stream, frame, size);
		fputs("\t.popsection\n", stream);
	}
	free(frame);
	return size ? NULL : "more records than a section can hold";
}
