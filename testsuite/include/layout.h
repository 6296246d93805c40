/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * For tests of layouts: what the compiler itself says about them, so that what
 * kabi says has something to agree with. A test that is wrong does not compile.
 */
#ifndef LAYOUT_H
#define LAYOUT_H

/* A member's place, in bytes; at file scope. */
#define AT(type, member, offset) \
	_Static_assert(__builtin_offsetof(type, member) == (offset), #member)

#define SIZE(type, size, align)                                             \
	_Static_assert(sizeof(type) == (size) && _Alignof(type) == (align), \
		       #type)

/*
 * A bit-field's lowest bit and its width, in a function; the optimiser has to
 * see through it. Little-endian.
 */
#define BITS_AT(type, member, byte, bit, width)                             \
	do {                                                                \
		union {                                                     \
			type object;                                        \
			unsigned char bytes[sizeof(type) + 1];              \
		} first = {}, last = {};                                    \
		first.object.member = 1;                                    \
		last.bytes[((byte)*8 + (bit) + (width)-1) / 8] =            \
			1 << ((bit) + (width)-1) % 8;                       \
		if (first.bytes[byte] != 1 << (bit) || !last.object.member) \
			layout_is_wrong();                                  \
		last.object.member = 0;                                     \
		last.bytes[((byte)*8 + (bit) + (width)) / 8] |=             \
			1 << ((bit) + (width)) % 8;                         \
		if (last.object.member)                                     \
			layout_is_wrong();                                  \
	} while (0)

#ifdef __OPTIMIZE__
__attribute__((error("it is not at this place")))
#endif
void layout_is_wrong(void);

#endif /* LAYOUT_H */
