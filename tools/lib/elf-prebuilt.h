/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Prebuilt objects, from their sections, symbols and tags. */
#ifndef KABI_TOOLS_ELF_PREBUILT_H
#define KABI_TOOLS_ELF_PREBUILT_H

#include "prebuilt.h"

/*
 * Of ELF files and archives, into storage of the caller's that is all zero; on
 * an error too there is something to be deinitialised.
 */
struct kabi_error *kabi_prebuilt_read(struct kabi_prebuilt *prebuilt,
				      const char *const *paths, size_t n_paths)
	kabi_must_check;

#endif /* KABI_TOOLS_ELF_PREBUILT_H */
