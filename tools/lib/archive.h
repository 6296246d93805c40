/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * ar archives: lib.a, and the kernel's built-in.a and vmlinux.a, which are thin
 * (they name their members' files instead of holding them). Archives do not
 * nest, as for the linker: a member that is an archive is handed out as bytes.
 */
#ifndef KABI_TOOLS_ARCHIVE_H
#define KABI_TOOLS_ARCHIVE_H

#include <stdbool.h>

#include "blob.h"

struct kabi_archive_member {
	const char *name; /* as in the archive; a path in a thin one */
	/* The file that has the bytes: the archive itself or the member's. */
	struct kabi_blob *blob;
	const unsigned char *data;
	size_t size;
};

bool kabi_archive_probe(const struct kabi_blob *blob);

/*
 * Calls "visit" for every member, in their order; an error of the callback ends
 * it and is returned as it is. Files of a thin archive are looked for relative
 * to the archive at "path". Messages begin with "path".
 */
struct kabi_error *kabi_archive_for_each(
	struct kabi_blob *blob, const char *path,
	struct kabi_error *(*visit)(void *context,
				    const struct kabi_archive_member *member),
	void *context) kabi_must_check;

#endif /* KABI_TOOLS_ARCHIVE_H */
