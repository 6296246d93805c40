/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A map from pointers (records, interned names) to small numbers. It is only
 * ever asked for a key, never walked: the order of addresses cannot leak into
 * what a program prints.
 */
#ifndef KABI_TOOLS_PTRMAP_H
#define KABI_TOOLS_PTRMAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct kabi_ptrmap {
	struct kabi_ptrmap_slot *slots;
	size_t n_slots; /* a power of two, or 0 */
	size_t used;
};

void kabi_ptrmap_init(struct kabi_ptrmap *map);
void kabi_ptrmap_deinit(struct kabi_ptrmap *map);

/* Replaces the value of a key that is there. The key is not NULL. */
void kabi_ptrmap_set(struct kabi_ptrmap *map, const void *key, uint32_t value);
/* false when the key is not there. */
bool kabi_ptrmap_get(const struct kabi_ptrmap *map, const void *key,
		     uint32_t *ret);

#endif /* KABI_TOOLS_PTRMAP_H */
