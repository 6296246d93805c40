/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The frames of a .kabi section (docs/format.md 1): checks every size and the
 * checksum, decompresses, and hands out records. Nothing in the input is
 * trusted.
 */
#ifndef KABI_TOOLS_FRAME_H
#define KABI_TOOLS_FRAME_H

#include <stddef.h>
#include <stdint.h>

#include <kabi/format.h>

#include "error.h"

/*
 * Calls "visit" for every frame with its decompressed body: records, each
 * closed by a NUL (checked), in a buffer that is the callback's for the call
 * only. Messages begin with "frame N: ", N from 1.
 */
struct kabi_error *
kabi_frame_for_each(const unsigned char *data, size_t size,
		    struct kabi_error *(*visit)(void *context, const char *body,
						size_t length),
		    void *context) kabi_must_check;

#endif /* KABI_TOOLS_FRAME_H */
