/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A .kabi section into an ELF file that is linked already. */
#ifndef KABI_TOOLS_ELF_EMBED_H
#define KABI_TOOLS_ELF_EMBED_H

#include <stddef.h>
#include <stdio.h>

#include "error.h"

/*
 * Writes the ELF file at "path" to "stream" with a .kabi section of these
 * bytes, in the place of the one that it may have. Contents and places of all
 * other sections and segments stay: what is new stands at the end of the file.
 * The same bytes embedded twice give the same file. Errors of the stream are
 * the caller's to check; messages begin with the path.
 */
struct kabi_error *kabi_elf_embed(const char *path, const void *data,
				  size_t size, FILE *stream) kabi_must_check;

#endif /* KABI_TOOLS_ELF_EMBED_H */
