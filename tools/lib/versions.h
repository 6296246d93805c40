/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Versions of symbols (CONFIG_MODVERSIONS): checksums that a kernel has of what
 * it exports, in Module.symvers, and a linked module of what it imports. A
 * kernel does not load a module that has another one (check_version() of
 * kernel/module/version.c).
 */
#ifndef KABI_TOOLS_VERSIONS_H
#define KABI_TOOLS_VERSIONS_H

#include <stddef.h>
#include <stdint.h>

#include "alloc.h"
#include "elf.h"

struct kabi_version {
	const char *name; /* of the symbol */
	uint32_t crc;
};

/* All zero is an empty list. */
struct kabi_versions {
	struct kabi_arena arena;
	struct kabi_version *list;
	size_t n, room;
};

void kabi_versions_deinit(struct kabi_versions *versions);

void kabi_versions_add(struct kabi_versions *versions, const char *name,
		       size_t length, uint32_t crc);
/* Sorts by name and version; the same one is left once. */
void kabi_versions_settle(struct kabi_versions *versions);
/* Of settled ones, the only one that a kernel has; NULL: it has none. */
const struct kabi_version *
kabi_versions_find(const struct kabi_versions *versions, const char *name);

/*
 * From Module.symvers, settled; of a kernel without MODVERSIONS, whose
 * Module.symvers has zeros, there are none.
 */
struct kabi_error *kabi_versions_read_symvers(struct kabi_versions *versions,
					      const char *path) kabi_must_check;

/*
 * Adds those that a linked module carries: __versions, which holds structures
 * of 64 bytes (struct modversion_info of linux/module.h), or from Linux 6.14
 * on, which has names that are longer, __version_ext_crcs and, in the same
 * order, __version_ext_names (scripts/mod/modpost.c).
 */
struct kabi_error *kabi_versions_read_elf(struct kabi_versions *versions,
					  struct kabi_elf *elf) kabi_must_check;

#endif /* KABI_TOOLS_VERSIONS_H */
