// SPDX-License-Identifier: GPL-2.0-or-later
// The .kabi section as assembler text: see encode.h.

#include "encode.h"

#include <stdlib.h>

#include <kabi/frame-encode.h>

/*
 * Measured on kernel TUs: level 3 makes 9 % less of the bytes and takes twice
 * the time for it, more than gas saves.
 */
#define LEVEL 1

#define QUAD 8
#define QUADS_PER_LINE 64

/*
 * gas reads `.quad` lines of incompressible bytes faster than `.ascii` with
 * escapes, long lines faster than short ones, and they never look like the
 * lines that kbuild's sed picks out of asm-offsets.s. A quad stands in the
 * target's byte order.
 */
static char *put_quad(char *to, const unsigned char *bytes, bool big_endian)
{
	static const char hex[] = "0123456789abcdef";

	*to++ = '0';
	*to++ = 'x';
	for (int i = 0; i < QUAD; i++) {
		unsigned char c = bytes[big_endian ? i : QUAD - 1 - i];

		*to++ = hex[c >> 4];
		*to++ = hex[c & 15];
	}
	return to;
}

static void write_bytes(FILE *stream, const unsigned char *bytes, size_t size,
			bool big_endian)
{
	static const char directive[] = "\t.quad\t";
	char line[sizeof(directive) + QUADS_PER_LINE * (2 * QUAD + 3)];

	while (size >= QUAD) {
		char *to = stpcpy(line, directive);
		int quads = 0;

		for (; size >= QUAD && quads < QUADS_PER_LINE; quads++) {
			if (quads)
				*to++ = ',';
			to = put_quad(to, bytes, big_endian);
			bytes += QUAD;
			size -= QUAD;
		}
		*to++ = '\n';
		fwrite(line, 1, to - line, stream);
	}
	for (; size; size--)
		fprintf(stream, "\t.byte\t%u\n", *bytes++);
}

const char *kabi_encode_section(FILE *stream, const char *body, size_t length,
				const struct kabi_encode_target *target)
{
	unsigned char *frame = malloc(kabi_frame_bound(length));
	size_t size;

	if (!frame)
		return "out of memory";
	size = kabi_frame_encode(frame, body, length, LEVEL);
	if (size) {
		fprintf(stream, "\t.pushsection\t%s,\"e\",%c0x%x\n",
			KABI_SECTION_NAME, target->type_prefix,
			KABI_SECTION_TYPE);
		write_bytes(stream, frame, size, target->big_endian);
		fputs("\t.popsection\n", stream);
	}
	free(frame);
	return size ? NULL : "more records than a section can hold";
}
