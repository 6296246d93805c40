// SPDX-License-Identifier: GPL-2.0-or-later
/* Open addressing with linear probing, at most half full. */
#include "ptrmap.h"

#include "alloc.h"

struct kabi_ptrmap_slot {
	const void *key; /* NULL: free */
	uint32_t value;
};

void kabi_ptrmap_init(struct kabi_ptrmap *map)
{
	*map = (struct kabi_ptrmap){ NULL, 0, 0 };
}

void kabi_ptrmap_deinit(struct kabi_ptrmap *map)
{
	free(map->slots);
	kabi_ptrmap_init(map);
}

/* The key's slot, or the free one where it belongs. */
static struct kabi_ptrmap_slot *find_slot(const struct kabi_ptrmap *map,
					  const void *key)
{
	size_t mask = map->n_slots - 1;
	uint64_t hash = (uintptr_t)key * UINT64_C(0x9e3779b97f4a7c15);
	size_t i = (hash >> 32) & mask;

	while (map->slots[i].key && map->slots[i].key != key)
		i = (i + 1) & mask;
	return &map->slots[i];
}

static void grow(struct kabi_ptrmap *map)
{
	struct kabi_ptrmap old = *map;

	map->n_slots = old.n_slots ? old.n_slots * 2 : 64;
	map->slots = kabi_xcalloc(map->n_slots, sizeof(*map->slots));
	for (size_t i = 0; i < old.n_slots; i++) {
		if (old.slots[i].key)
			*find_slot(map, old.slots[i].key) = old.slots[i];
	}
	free(old.slots);
}

void kabi_ptrmap_set(struct kabi_ptrmap *map, const void *key, uint32_t value)
{
	struct kabi_ptrmap_slot *slot;

	if (map->used >= map->n_slots / 2)
		grow(map);
	slot = find_slot(map, key);
	if (!slot->key) {
		slot->key = key;
		map->used++;
	}
	slot->value = value;
}

bool kabi_ptrmap_get(const struct kabi_ptrmap *map, const void *key,
		     uint32_t *ret)
{
	const struct kabi_ptrmap_slot *slot;

	if (!map->n_slots)
		return false;
	slot = find_slot(map, key);
	if (!slot->key)
		return false;
	*ret = slot->value;
	return true;
}
