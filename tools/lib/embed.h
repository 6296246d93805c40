/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The records of a kernel into its final vmlinux, which the linker left without
 * (docs/format.md 1): each once, with the frames and TUs that it came from, so
 * that vmlinux can be collected from like the objects.
 */
#ifndef KABI_TOOLS_EMBED_H
#define KABI_TOOLS_EMBED_H

#include "input.h"

/*
 * Collects the inputs and writes vmlinux with their records to "output" (NULL:
 * in its own place). No paths: the vmlinux.o beside it. Baselines do not know
 * enough to be embedded and are an error.
 */
struct kabi_error *kabi_embed(const char *vmlinux, const char *output,
			      const char *const *paths, size_t n_paths,
			      const struct kabi_input_options *options)
	kabi_must_check;

#endif /* KABI_TOOLS_EMBED_H */
