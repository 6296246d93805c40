/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The frames of a .kabi section (docs/format.md 1): checks every size and the
 * checksum, decompresses, and hands out records. Nothing in the input is
 * trusted. include/kabi/frame-encode.h is the other direction.
 */
#ifndef KABI_TOOLS_FRAME_H
#define KABI_TOOLS_FRAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <kabi/format.h>

#include "error.h"

/* A frame as it lies in the section, its header checked but not its body. */
struct kabi_frame {
	const unsigned char *header;
	size_t number; /* in its section, from 1 */
	uint32_t flags;
	uint32_t raw_size;    /* bytes of the body, decompressed */
	uint32_t stored_size; /* bytes of the body as stored */
};

/* Walks the frames of a section; zero it but for data and size. */
struct kabi_frame_cursor {
	const unsigned char *data;
	size_t size;
	size_t offset; /* where to look for the next frame */
	size_t number; /* of the last one */
};

/*
 * The next frame, or false at the end of the section. Messages begin with
 * "frame N: ", N from 1.
 */
struct kabi_error *kabi_frame_next(struct kabi_frame_cursor *cursor,
				   struct kabi_frame *ret, bool *found)
	kabi_must_check;

/* What decompressing needs; one a thread. */
struct kabi_frame_decoder;

struct kabi_frame_decoder *kabi_frame_decoder_create(void);
void kabi_frame_decoder_destroy(struct kabi_frame_decoder *decoder);
static inline void
kabi_frame_decoder_cleanup(struct kabi_frame_decoder **decoder)
{
	kabi_frame_decoder_destroy(*decoder);
}

/*
 * The decompressed body: records, each closed by a NUL (the last one is
 * checked), frame->raw_size bytes that are the caller's until the decoder's
 * next use. Messages begin with "frame N: ".
 */
struct kabi_error *kabi_frame_decode(struct kabi_frame_decoder *decoder,
				     const struct kabi_frame *frame,
				     const char **body) kabi_must_check;

/*
 * Both in one: calls "visit" for every frame with its decompressed body, which
 * is the callback's for the call only.
 */
struct kabi_error *
kabi_frame_for_each(const unsigned char *data, size_t size,
		    struct kabi_error *(*visit)(void *context, const char *body,
						size_t length),
		    void *context) kabi_must_check;

#endif /* KABI_TOOLS_FRAME_H */
