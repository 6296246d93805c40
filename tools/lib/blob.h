/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The bytes of an input file: mapped, or read where that cannot be, or
 * decompressed (.gz, .xz, .zst, known by their first bytes whatever the file is
 * called). Counted references, so that several threads may work on one file.
 */
#ifndef KABI_TOOLS_BLOB_H
#define KABI_TOOLS_BLOB_H

#include <stddef.h>

#include "error.h"

/* No kernel module or image comes near this size in bytes, decompressed. */
#define KABI_BLOB_MAX_DECOMPRESSED ((size_t)2 << 30)

struct kabi_blob {
	/*
	 * Aligned for any type and writable without a change to the file
	 * (libelf wants that); whoever shares the blob must not write.
	 */
	unsigned char *data;
	size_t size;
	/* For blob.c alone. */
	unsigned int references;
	size_t mapped; /* bytes to unmap; 0: data is from malloc() */
};

/*
 * "-" is standard input. A directory is an error, and so is a file whose
 * compressed form is damaged. Messages begin with the path.
 */
struct kabi_error *kabi_blob_open(const char *path, struct kabi_blob **ret)
	kabi_must_check;

/* What a pipe has, to its end, decompressed. The descriptor stays open. */
struct kabi_error *kabi_blob_read(int fd, struct kabi_blob **ret)
	kabi_must_check;

/* Takes "data", which is from malloc(). */
struct kabi_blob *kabi_blob_take(unsigned char *data, size_t size);

struct kabi_blob *kabi_blob_ref(struct kabi_blob *blob);
void kabi_blob_unref(struct kabi_blob *blob); /* NULL is fine */

static inline void kabi_blob_cleanup(struct kabi_blob **blob)
{
	kabi_blob_unref(*blob);
}

#endif /* KABI_TOOLS_BLOB_H */
