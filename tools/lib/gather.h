/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * From what stands on the command line to a collection: which files a directory
 * stands for, and whether each input gave what it has to. For input.c and
 * embed.c.
 */
#ifndef KABI_TOOLS_GATHER_H
#define KABI_TOOLS_GATHER_H

#include "collect.h"
#include "input.h"

struct kabi_gathered {
	struct kabi_collection collection;
	const char *release; /* NULL: unknown, or not one */
	enum kabi_origin origin;
	const char *const *public_globs;
	size_t n_public_globs;
	const char **build_paths; /* the build directories' */
	size_t n_builds;

	/* For gather.c alone. */
	struct kabi_arena arena;
	struct kabi_builddir **builds; /* by number, from 1 at [0] */
	size_t room_builds;
};

/*
 * Reads all paths into storage of the caller's that is all zero. "first" is the
 * contents of the first path when they are open already, else NULL; it is
 * taken. An input without records is an error.
 */
struct kabi_error *kabi_gather(struct kabi_gathered *gathered,
			       const char *const *paths, size_t n_paths,
			       struct kabi_blob *first,
			       const struct kabi_input_options *options,
			       struct kabi_notices *notices) kabi_must_check;
void kabi_gathered_deinit(struct kabi_gathered *gathered);

#endif /* KABI_TOOLS_GATHER_H */
