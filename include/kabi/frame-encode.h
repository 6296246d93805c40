/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One frame of a .kabi section from the records of a TU (docs/format.md 1).
 * Header-only, so that the plugin and `kabi-collect --embed` write the same
 * bytes although neither includes anything of the other; whoever includes it
 * links libzstd, zlib and dictionary.o.
 */
#ifndef KABI_FRAME_ENCODE_H
#define KABI_FRAME_ENCODE_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <zlib.h>
#include <zstd.h>

#include <kabi/dictionary.h>
#include <kabi/format.h>

/* Bytes that are room enough for the frame of any body of this length. */
static inline size_t kabi_frame_bound(size_t length)
{
	size_t bound = ZSTD_compressBound(length);

	return KABI_FRAME_HEADER_SIZE + (bound > length ? bound : length);
}

static inline void kabi_frame_put_u32(unsigned char *to, uint32_t value)
{
	to[0] = value & 0xff;
	to[1] = value >> 8 & 0xff;
	to[2] = value >> 16 & 0xff;
	to[3] = value >> 24;
}

/* Bytes that were written, or 0 when zstd could not: it has no memory. */
static inline size_t kabi_frame_compress(unsigned char *out, const char *body,
					 size_t length, int level)
{
	ZSTD_CCtx *context = ZSTD_createCCtx();
	size_t size;

	if (!context)
		return 0;
	size = ZSTD_compress_usingDict(context, out, ZSTD_compressBound(length),
				       body, length, kabi_dictionary,
				       kabi_dictionary_size, level);
	ZSTD_freeCCtx(context);
	return ZSTD_isError(size) ? 0 : size;
}

/*
 * Writes the frame of "body" (records, each closed by a NUL) to "out", which
 * has kabi_frame_bound(length) bytes, and returns how many it is long; 0 when
 * the body is longer than a frame may be. A body that zstd at "level" does not
 * make smaller is stored as it is.
 */
static inline size_t kabi_frame_encode(unsigned char *out, const char *body,
				       size_t length, int level)
{
	unsigned char *stored = out + KABI_FRAME_HEADER_SIZE;
	uint32_t flags = KABI_FRAME_ZSTD | KABI_FRAME_DICTIONARY;
	uLong checksum;
	size_t size;

	if (length > KABI_FRAME_MAX_RAW_SIZE)
		return 0;
	size = kabi_frame_compress(stored, body, length, level);
	if (!size || size >= length) {
		memcpy(stored, body, length);
		size = length;
		flags = 0;
	}
	memcpy(out + KABI_FRAME_OFF_MAGIC, KABI_FRAME_MAGIC, 4);
	/* Version and flags are two 16-bit fields, in this order. */
	kabi_frame_put_u32(out + KABI_FRAME_OFF_VERSION,
			   KABI_FRAME_VERSION | flags << 16);
	kabi_frame_put_u32(out + KABI_FRAME_OFF_RAW_SIZE, (uint32_t)length);
	kabi_frame_put_u32(out + KABI_FRAME_OFF_STORED_SIZE, (uint32_t)size);
	checksum = crc32(0, out, KABI_FRAME_OFF_CHECKSUM);
	checksum = crc32(checksum, stored, (uInt)size);
	kabi_frame_put_u32(out + KABI_FRAME_OFF_CHECKSUM, (uint32_t)checksum);
	return KABI_FRAME_HEADER_SIZE + size;
}

#endif /* KABI_FRAME_ENCODE_H */
