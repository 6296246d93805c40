/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Undefined symbols, from the symbol tables of files. */
#ifndef KABI_TOOLS_ELF_IMPORTS_H
#define KABI_TOOLS_ELF_IMPORTS_H

#include "imports.h"

/*
 * Of ELF files and archives (of all members), into storage of the caller's that
 * is all zero; on an error too there is something to be deinitialised.
 */
struct kabi_error *kabi_imports_read(struct kabi_imports *imports,
				     const char *const *paths, size_t n_paths)
	kabi_must_check;

#endif /* KABI_TOOLS_ELF_IMPORTS_H */
