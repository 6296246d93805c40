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

#endif /* KABI_TOOLS_VERSIONS_H */
