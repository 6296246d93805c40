// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The three decompressors behind one loop: each has a "step" that takes what it
 * can of the input and fills what it can of the output.
 */
#include "decompress.h"

#include <limits.h>
#include <string.h>

#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

#include "alloc.h"

/* What a decoder may use for itself; xz -9 needs 65 MiB. */
#define XZ_MEMORY_LIMIT ((uint64_t)256 << 20)

enum step {
	STEP_MORE, /* wants more input or more room */
	STEP_END,  /* a stream has ended; another one may follow */
	STEP_DAMAGED,
};

struct cursor {
	const unsigned char *in;
	size_t in_left;
	unsigned char *out;
	size_t out_left;
};

struct decoder {
	const char *name;
	unsigned char magic[6];
	size_t magic_length;
	void *(*create)(void);
	enum step (*step)(void *state, struct cursor *cursor);
	void (*destroy)(void *state);
};

static void *gzip_create(void)
{
	z_stream *z = kabi_xcalloc(1, sizeof(*z));

	/* 16: a gzip header is expected. */
	if (inflateInit2(z, 16 + MAX_WBITS) != Z_OK) {
		free(z);
		return NULL;
	}
	return z;
}

static enum step gzip_step(void *state, struct cursor *cursor)
{
	z_stream *z = state;
	uInt in = cursor->in_left < INT_MAX ? cursor->in_left : INT_MAX;
	uInt out = cursor->out_left < INT_MAX ? cursor->out_left : INT_MAX;

	z->next_in = (Bytef *)cursor->in;
	z->avail_in = in;
	z->next_out = cursor->out;
	z->avail_out = out;

	int status = inflate(z, Z_NO_FLUSH);

	cursor->in += in - z->avail_in;
	cursor->in_left -= in - z->avail_in;
	cursor->out += out - z->avail_out;
	cursor->out_left -= out - z->avail_out;
	if (status == Z_STREAM_END)
		return inflateReset(z) == Z_OK ? STEP_END : STEP_DAMAGED;
	return status == Z_OK || status == Z_BUF_ERROR ? STEP_MORE
						       : STEP_DAMAGED;
}

static void gzip_destroy(void *state)
{
	inflateEnd(state);
	free(state);
}

static void *xz_create(void)
{
	lzma_stream *stream = kabi_xcalloc(1, sizeof(*stream));

	if (lzma_stream_decoder(stream, XZ_MEMORY_LIMIT, 0) != LZMA_OK) {
		free(stream);
		return NULL;
	}
	return stream;
}

static enum step xz_step(void *state, struct cursor *cursor)
{
	lzma_stream *stream = state;

	stream->next_in = cursor->in;
	stream->avail_in = cursor->in_left;
	stream->next_out = cursor->out;
	stream->avail_out = cursor->out_left;

	lzma_ret status = lzma_code(stream, LZMA_RUN);

	cursor->in = stream->next_in;
	cursor->in_left = stream->avail_in;
	cursor->out = stream->next_out;
	cursor->out_left = stream->avail_out;
	if (status == LZMA_STREAM_END)
		return lzma_stream_decoder(stream, XZ_MEMORY_LIMIT, 0) ==
				       LZMA_OK
			       ? STEP_END
			       : STEP_DAMAGED;
	return status == LZMA_OK || status == LZMA_BUF_ERROR ? STEP_MORE
							     : STEP_DAMAGED;
}

static void xz_destroy(void *state)
{
	lzma_end(state);
	free(state);
}

static void *zst_create(void)
{
	return ZSTD_createDStream();
}

static enum step zst_step(void *state, struct cursor *cursor)
{
	ZSTD_inBuffer in = { cursor->in, cursor->in_left, 0 };
	ZSTD_outBuffer out = { cursor->out, cursor->out_left, 0 };
	size_t status = ZSTD_decompressStream(state, &out, &in);

	cursor->in += in.pos;
	cursor->in_left -= in.pos;
	cursor->out += out.pos;
	cursor->out_left -= out.pos;
	if (ZSTD_isError(status))
		return STEP_DAMAGED;
	return status ? STEP_MORE : STEP_END;
}

static void zst_destroy(void *state)
{
	ZSTD_freeDStream(state);
}

static const struct decoder decoders[] = {
	{ "gzip", "\x1f\x8b", 2, gzip_create, gzip_step, gzip_destroy },
	{ "xz", "\xfd\x37zXZ", 6, xz_create, xz_step, xz_destroy },
	{ "zstd", "\x28\xb5\x2f\xfd", 4, zst_create, zst_step, zst_destroy },
};

static const struct decoder *find_decoder(const unsigned char *data,
					  size_t size)
{
	for (size_t i = 0; i < sizeof(decoders) / sizeof(*decoders); i++) {
		const struct decoder *decoder = &decoders[i];

		if (size >= decoder->magic_length &&
		    !memcmp(data, decoder->magic, decoder->magic_length))
			return decoder;
	}
	return NULL;
}

bool kabi_decompress_probe(const unsigned char *data, size_t size)
{
	return find_decoder(data, size) != NULL;
}

/* All zero bytes, as xz allows after its last stream? */
static bool is_padding(const unsigned char *data, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if (data[i])
			return false;
	return true;
}

static struct kabi_error *run(const struct decoder *decoder, void *state,
			      struct cursor *cursor, size_t limit,
			      unsigned char **data, size_t *size)
{
	size_t room = 0;

	*size = 0;
	for (;;) {
		if (*size == room) {
			if (room >= limit)
				return kabi_error_create(
					KABI_ERROR_UNSUPPORTED,
					"holds more than %zu bytes in %s form",
					limit, decoder->name);
			/* A small first guess: most files are modules. */
			room = room ? 2 * room : 4 * cursor->in_left + 4096;
			room = room < limit ? room : limit;
			*data = kabi_xrealloc_array(*data, room, 1);
		}
		cursor->out = *data + *size;
		cursor->out_left = room - *size;

		size_t in_before = cursor->in_left;
		enum step step = decoder->step(state, cursor);
		size_t made = room - *size - cursor->out_left;

		*size += made;
		if (step == STEP_DAMAGED)
			return kabi_error_create(KABI_ERROR_BAD_DATA,
						 "damaged %s data",
						 decoder->name);
		if (step == STEP_END && is_padding(cursor->in, cursor->in_left))
			return NULL;
		if (step == STEP_MORE && !made &&
		    in_before == cursor->in_left && *size < room)
			return kabi_error_create(KABI_ERROR_BAD_DATA,
						 "truncated %s data",
						 decoder->name);
	}
}

struct kabi_error *kabi_decompress(const unsigned char *data, size_t size,
				   size_t limit, unsigned char **ret,
				   size_t *ret_size)
{
	const struct decoder *decoder = find_decoder(data, size);
	kabi_cleanup(kabi_free_cleanup) unsigned char *out = NULL;
	struct cursor cursor = { data, size, NULL, 0 };

	if (!decoder)
		return kabi_error_create(KABI_ERROR_UNSUPPORTED,
					 "unknown compression");

	void *state = decoder->create();

	if (!state)
		return kabi_error_create(KABI_ERROR_UNSUPPORTED,
					 "cannot set up the %s decoder",
					 decoder->name);

	struct kabi_error *error =
		run(decoder, state, &cursor, limit, &out, ret_size);

	decoder->destroy(state);
	if (error)
		return error;
	*ret = kabi_steal(&out);
	return NULL;
}
