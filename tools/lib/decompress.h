/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Compressed files, as modules are installed: gzip, xz and zstd. */
#ifndef KABI_TOOLS_DECOMPRESS_H
#define KABI_TOOLS_DECOMPRESS_H

#include <stdbool.h>
#include <stddef.h>

#include "error.h"

/* Do these bytes begin a compressed file? */
bool kabi_decompress_probe(const unsigned char *data, size_t size);

/*
 * The whole contents in memory that the caller frees. Fails on damaged or
 * truncated data and on more than "limit" bytes of contents; what follows the
 * last compressed stream is an error too.
 */
struct kabi_error *kabi_decompress(const unsigned char *data, size_t size,
				   size_t limit, unsigned char **ret,
				   size_t *ret_size) kabi_must_check;

#endif /* KABI_TOOLS_DECOMPRESS_H */
