/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Versions of symbols that a linked module carries: __versions, which holds
 * structures of 64 bytes (struct modversion_info of linux/module.h), or from
 * Linux 6.14 on, for names that are longer, __version_ext_crcs and, in the same
 * order, __version_ext_names (scripts/mod/modpost.c).
 */
#ifndef KABI_TOOLS_ELF_VERSIONS_H
#define KABI_TOOLS_ELF_VERSIONS_H

#include "elf.h"
#include "versions.h"

/* Adds them; nothing is settled. */
struct kabi_error *kabi_versions_read_elf(struct kabi_versions *versions,
					  struct kabi_elf *elf) kabi_must_check;

#endif /* KABI_TOOLS_ELF_VERSIONS_H */
