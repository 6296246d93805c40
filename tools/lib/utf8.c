// SPDX-License-Identifier: GPL-2.0-or-later
/* Is it UTF-8, and what to do when it is not. */
#include "utf8.h"

#include <stdint.h>

#include "alloc.h"

/* The length of the character that begins at p, or 0 when none does. */
static size_t character(const unsigned char *p, const unsigned char *end)
{
	/* By length: the least value that needs as many bytes. */
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	uint32_t value;
	size_t length;

	if (*p < 0x80)
		return 1;
	if ((*p & 0xe0) == 0xc0)
		length = 2;
	else if ((*p & 0xf0) == 0xe0)
		length = 3;
	else if ((*p & 0xf8) == 0xf0)
		length = 4;
	else
		return 0;
	if ((size_t)(end - p) < length)
		return 0;
	value = *p & (0x7f >> length);
	for (size_t i = 1; i < length; i++) {
		if ((p[i] & 0xc0) != 0x80)
			return 0;
		value = value << 6 | (p[i] & 0x3f);
	}
	if (value < least[length] || value > 0x10ffff ||
	    (value >= 0xd800 && value <= 0xdfff))
		return 0;
	return length;
}

bool kabi_utf8_valid(const char *bytes, size_t length)
{
	const unsigned char *p = (const unsigned char *)bytes;
	const unsigned char *end = p + length;
	size_t step;

	for (; p < end; p += step) {
		step = character(p, end);
		if (!step)
			return false;
	}
	return true;
}

char *kabi_utf8_from_latin1(const char *bytes, size_t length,
			    size_t *ret_length)
{
	char *string = kabi_xmalloc(2 * length + 1);
	size_t n = 0;

	for (size_t i = 0; i < length; i++) {
		unsigned char c = bytes[i];

		if (c < 0x80) {
			string[n++] = c;
		} else {
			string[n++] = 0xc0 | c >> 6;
			string[n++] = 0x80 | (c & 0x3f);
		}
	}
	string[n] = '\0';
	*ret_length = n;
	return string;
}
