// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A set of strings: open addressing, linear probing. A look costs two accesses
 * to memory that is in no cache, so slots are small and there are few more of
 * them than strings; what else belongs to a string lies in front of it.
 */
#include "strtab.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>
#include <sys/auxv.h>

#define FIRST_ROOM 1024

struct entry {
	void *value;
	char string[];
};

struct slot {
	struct entry *entry; /* NULL: free */
	uint32_t hash;
	uint32_t length;
};

struct kabi_strtab {
	struct kabi_arena *arena;
	struct slot *slots;
	size_t room; /* a power of two */
	size_t used;
	uint64_t seed;
};

/* The two halves of the full product, so that every bit counts. */
static uint64_t mix(uint64_t a, uint64_t b)
{
	unsigned __int128 product = (unsigned __int128)a * b;

	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static uint64_t load(const char *bytes, size_t length)
{
	uint64_t word = 0;

	memcpy(&word, bytes, length);
	return word;
}

/* The last 0 to 8 bytes, with no copy of variable length. */
static uint64_t load_tail(const char *bytes, size_t length)
{
	if (length >= 4)
		return load(bytes, 4) << 32 | load(bytes + length - 4, 4);
	if (length == 0)
		return 0;
	return (uint64_t)(unsigned char)bytes[0] << 16 |
	       (uint64_t)(unsigned char)bytes[length / 2] << 8 |
	       (unsigned char)bytes[length - 1];
}

static uint32_t hash_string(const struct kabi_strtab *table, const char *string,
			    size_t length)
{
	uint64_t hash = table->seed ^ length;

	for (; length > 8; string += 8, length -= 8)
		hash = mix(hash ^ load(string, 8), 0x9e3779b97f4a7c15u);
	hash = mix(hash ^ load_tail(string, length), 0xd6e8feb86659fd93u);
	return (uint32_t)(hash ^ hash >> 32);
}

/* The slot that holds the string, or the free one where it belongs. */
static struct slot *find_slot(const struct kabi_strtab *table,
			      const char *string, size_t length, uint32_t hash)
{
	size_t mask = table->room - 1, at = hash & mask;
	struct slot *slot;

	for (;; at = (at + 1) & mask) {
		slot = &table->slots[at];
		if (!slot->entry ||
		    (slot->hash == hash && slot->length == length &&
		     !memcmp(slot->entry->string, string, length)))
			return slot;
	}
}

static void grow(struct kabi_strtab *table)
{
	struct slot *old = table->slots;
	size_t old_room = table->room, mask, at, i;

	table->room *= 2;
	table->slots = kabi_xcalloc(table->room, sizeof(*table->slots));
	mask = table->room - 1;
	for (i = 0; i < old_room; i++) {
		if (!old[i].entry)
			continue;
		at = old[i].hash & mask;
		while (table->slots[at].entry)
			at = (at + 1) & mask;
		table->slots[at] = old[i];
	}
	free(old);
}

struct kabi_strtab *kabi_strtab_create(struct kabi_arena *arena)
{
	struct kabi_strtab *table = kabi_xcalloc(1, sizeof(*table));
	const void *random = (const void *)getauxval(AT_RANDOM);

	table->arena = arena;
	table->room = FIRST_ROOM;
	table->slots = kabi_xcalloc(table->room, sizeof(*table->slots));
	/* Nobody can make a file whose names all fall into one slot. */
	if (random)
		memcpy(&table->seed, random, sizeof(table->seed));
	return table;
}

void kabi_strtab_destroy(struct kabi_strtab *table)
{
	if (!table)
		return;
	free(table->slots);
	free(table);
}

static struct entry *intern(struct kabi_strtab *table, const char *string,
			    size_t length)
{
	uint32_t hash = hash_string(table, string, length);
	struct slot *slot = find_slot(table, string, length, hash);

	assert(length <= UINT32_MAX);
	if (slot->entry)
		return slot->entry;
	if (table->used >= table->room / 3 * 2) {
		grow(table);
		slot = find_slot(table, string, length, hash);
	}
	slot->entry = kabi_arena_alloc(table->arena,
				       sizeof(*slot->entry) + length + 1);
	if (length)
		memcpy(slot->entry->string, string, length);
	slot->hash = hash;
	slot->length = length;
	table->used++;
	return slot->entry;
}

const char *kabi_strtab_intern(struct kabi_strtab *table, const char *string,
			       size_t length)
{
	return intern(table, string, length)->string;
}

const char *kabi_strtab_find(const struct kabi_strtab *table,
			     const char *string, size_t length)
{
	const struct entry *entry;

	if (length > UINT32_MAX)
		return NULL;
	entry = find_slot(table, string, length,
			  hash_string(table, string, length))
			->entry;
	return entry ? entry->string : NULL;
}

void **kabi_strtab_value(struct kabi_strtab *table, const char *string,
			 size_t length)
{
	return &intern(table, string, length)->value;
}
