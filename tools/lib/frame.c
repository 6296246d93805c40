// SPDX-License-Identifier: GPL-2.0-or-later
/* Reading .kabi sections; see frame.h and docs/format.md 1. */
#include "frame.h"

#include <string.h>

#include <zlib.h>
#include <zstd.h>

#include <kabi/dictionary.h>

#include "alloc.h"

struct kabi_frame_decoder {
	ZSTD_DCtx *zstd;
	char *buffer;
	size_t room;
};

static uint32_t get_u16(const unsigned char *from)
{
	return from[0] | from[1] << 8;
}

static uint32_t get_u32(const unsigned char *from)
{
	return get_u16(from) | get_u16(from + 2) << 16;
}

static struct kabi_error *check_header(const unsigned char *header,
				       size_t available,
				       struct kabi_frame *frame)
{
	uint32_t version;

	if (memcmp(header + KABI_FRAME_OFF_MAGIC, KABI_FRAME_MAGIC,
		   available < 4 ? available : 4))
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "does not begin with \"%s\"",
					 KABI_FRAME_MAGIC);
	if (available < KABI_FRAME_HEADER_SIZE)
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "truncated header");
	version = get_u16(header + KABI_FRAME_OFF_VERSION);
	if (version != KABI_FRAME_VERSION)
		return kabi_error_create(
			KABI_ERROR_UNSUPPORTED,
			"format version %u, where this program "
			"knows version %d",
			version, KABI_FRAME_VERSION);
	frame->header = header;
	frame->flags = get_u16(header + KABI_FRAME_OFF_FLAGS);
	frame->raw_size = get_u32(header + KABI_FRAME_OFF_RAW_SIZE);
	frame->stored_size = get_u32(header + KABI_FRAME_OFF_STORED_SIZE);
	if (frame->flags & ~KABI_FRAME_KNOWN_FLAGS ||
	    frame->flags == KABI_FRAME_DICTIONARY)
		return kabi_error_create(KABI_ERROR_UNSUPPORTED,
					 "unknown flags 0x%x", frame->flags);
	if (frame->raw_size > KABI_FRAME_MAX_RAW_SIZE)
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "a body of %u bytes is too long",
					 frame->raw_size);
	if (frame->stored_size > available - KABI_FRAME_HEADER_SIZE)
		return kabi_error_create(
			KABI_ERROR_BAD_DATA,
			"truncated: %u bytes stored, %zu left in the section",
			frame->stored_size, available - KABI_FRAME_HEADER_SIZE);
	return NULL;
}

struct kabi_error *kabi_frame_next(struct kabi_frame_cursor *cursor,
				   struct kabi_frame *ret, bool *found)
{
	struct kabi_error *error;

	/* The linker may have aligned what it concatenated. */
	while (cursor->offset < cursor->size && !cursor->data[cursor->offset])
		cursor->offset++;
	*found = cursor->offset < cursor->size;
	if (!*found)
		return NULL;
	cursor->number++;
	error = check_header(cursor->data + cursor->offset,
			     cursor->size - cursor->offset, ret);
	if (error)
		return kabi_error_prefix(error, "frame %zu", cursor->number);
	ret->number = cursor->number;
	cursor->offset += KABI_FRAME_HEADER_SIZE + (size_t)ret->stored_size;
	return NULL;
}

struct kabi_frame_decoder *kabi_frame_decoder_create(void)
{
	return kabi_xcalloc(1, sizeof(struct kabi_frame_decoder));
}

void kabi_frame_decoder_destroy(struct kabi_frame_decoder *decoder)
{
	if (!decoder)
		return;
	ZSTD_freeDCtx(decoder->zstd);
	free(decoder->buffer);
	free(decoder);
}

/*
 * The size in zstd's own header has to be the one in ours before a byte of
 * memory is asked for, so that a small file cannot ask for a lot of it: zstd
 * reserves what its header says, we what ours says.
 */
static struct kabi_error *decompress(struct kabi_frame_decoder *decoder,
				     const struct kabi_frame *frame,
				     const unsigned char *stored)
{
	unsigned long long content =
		ZSTD_getFrameContentSize(stored, frame->stored_size);
	size_t with, size;

	if (content != frame->raw_size)
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "its body is not of the size that its "
					 "header says");
	if (frame->raw_size > decoder->room) {
		free(decoder->buffer);
		decoder->room = frame->raw_size;
		decoder->buffer = kabi_xmalloc(decoder->room);
	}
	if (!decoder->zstd)
		decoder->zstd = ZSTD_createDCtx();
	with = frame->flags & KABI_FRAME_DICTIONARY ? kabi_dictionary_size : 0;
	size = ZSTD_decompress_usingDict(decoder->zstd, decoder->buffer,
					 frame->raw_size, stored,
					 frame->stored_size, kabi_dictionary,
					 with);
	if (ZSTD_isError(size))
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "cannot decompress: %s",
					 ZSTD_getErrorName(size));
	if (size != frame->raw_size)
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "its body is shorter than its header "
					 "says");
	return NULL;
}

static struct kabi_error *decode(struct kabi_frame_decoder *decoder,
				 const struct kabi_frame *frame,
				 const char **body)
{
	const unsigned char *stored = frame->header + KABI_FRAME_HEADER_SIZE;
	uLong checksum = crc32(0, frame->header, KABI_FRAME_OFF_CHECKSUM);

	checksum = crc32(checksum, stored, frame->stored_size);
	if (checksum != get_u32(frame->header + KABI_FRAME_OFF_CHECKSUM))
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "checksum does not match: the section "
					 "is damaged");
	if (frame->flags & KABI_FRAME_ZSTD) {
		struct kabi_error *error = decompress(decoder, frame, stored);

		if (error)
			return error;
		*body = decoder->buffer;
	} else {
		if (frame->stored_size != frame->raw_size)
			return kabi_error_create(
				KABI_ERROR_BAD_DATA,
				"%u bytes stored for a body of %u",
				frame->stored_size, frame->raw_size);
		*body = (const char *)stored;
	}
	if (!frame->raw_size || (*body)[frame->raw_size - 1])
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "its last record has no end");
	return NULL;
}

struct kabi_error *kabi_frame_decode(struct kabi_frame_decoder *decoder,
				     const struct kabi_frame *frame,
				     const char **body)
{
	struct kabi_error *error = decode(decoder, frame, body);

	return kabi_error_prefix(error, "frame %zu", frame->number);
}

struct kabi_error *
kabi_frame_for_each(const unsigned char *data, size_t size,
		    struct kabi_error *(*visit)(void *context, const char *body,
						size_t length),
		    void *context)
{
	kabi_cleanup(
		kabi_frame_decoder_cleanup) struct kabi_frame_decoder *decoder =
		kabi_frame_decoder_create();
	struct kabi_frame_cursor cursor = { .data = data, .size = size };
	struct kabi_frame frame;
	bool found;

	for (;;) {
		const char *body;
		struct kabi_error *error =
			kabi_frame_next(&cursor, &frame, &found);

		if (error || !found)
			return error;
		error = kabi_frame_decode(decoder, &frame, &body);
		if (!error)
			error = visit(context, body, frame.raw_size);
		if (error)
			return error;
	}
}
