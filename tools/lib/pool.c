// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A hash table of texts, and a log of who had which. The log is one long string
 * of bytes: per owner, the differences between one text's number and the next
 * as variable-length integers. The first TU that includes a header numbers its
 * records in order, so the next ones mostly step by one: a byte a record, where
 * lists of owners at every text would cost many times that.
 */
#include "pool.h"

#include <string.h>

#include "alloc.h"
#include "hash.h"

enum {
	CHUNK_SIZE = 1 << 20,
	FIRST_TABLE = 1 << 12,
};

struct text {
	const char *bytes;
	uint32_t length;
	uint32_t hash;
};

struct kabi_pool {
	struct text *texts;
	size_t n_texts;
	size_t room_texts;

	/*
	 * Open addressing, a power of two, at most half full: the text's number
	 * and 1, or 0.
	 */
	uint32_t *table;
	size_t table_size;

	/* Texts lie in chunks and never move. */
	char **chunks;
	size_t n_chunks;
	size_t room_chunks;
	char *free;
	size_t free_size;

	struct kabi_pool_owner *owners;
	size_t n_owners;
	size_t room_owners;

	unsigned char *log;
	size_t log_size;
	size_t room_log;
	uint32_t last; /* number of the owner's last text */
};

struct kabi_pool *kabi_pool_create(void)
{
	struct kabi_pool *pool = kabi_xcalloc(1, sizeof(*pool));

	pool->table_size = FIRST_TABLE;
	pool->table = kabi_xcalloc(pool->table_size, sizeof(*pool->table));
	return pool;
}

void kabi_pool_destroy(struct kabi_pool *pool)
{
	if (!pool)
		return;
	for (size_t i = 0; i < pool->n_chunks; i++)
		free(pool->chunks[i]);
	free(pool->chunks);
	free(pool->texts);
	free(pool->table);
	free(pool->owners);
	free(pool->log);
	free(pool);
}

/* A long text has a chunk of its own, so that the rest of one is not lost. */
static char *copy_text(struct kabi_pool *pool, const char *text, size_t length)
{
	size_t need = length + 1;
	char *copy;

	if (need > pool->free_size) {
		size_t size = need > CHUNK_SIZE / 8 ? need : CHUNK_SIZE;

		kabi_array_reserve(&pool->chunks, pool->n_chunks,
				   &pool->room_chunks, sizeof(*pool->chunks));
		copy = kabi_xmalloc(size);
		pool->chunks[pool->n_chunks++] = copy;
		if (size == CHUNK_SIZE) {
			pool->free = copy + need;
			pool->free_size = size - need;
		}
	} else {
		copy = pool->free;
		pool->free += need;
		pool->free_size -= need;
	}
	memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}

static void grow_table(struct kabi_pool *pool)
{
	free(pool->table);
	pool->table_size *= 2;
	pool->table = kabi_xcalloc(pool->table_size, sizeof(*pool->table));
	for (size_t i = 0; i < pool->n_texts; i++) {
		size_t slot = pool->texts[i].hash & (pool->table_size - 1);

		while (pool->table[slot])
			slot = (slot + 1) & (pool->table_size - 1);
		pool->table[slot] = i + 1;
	}
}

uint32_t kabi_pool_intern(struct kabi_pool *pool, const char *text,
			  size_t length)
{
	uint32_t hash = (uint32_t)kabi_hash_bytes(text, length);
	size_t slot = hash & (pool->table_size - 1);

	for (; pool->table[slot]; slot = (slot + 1) & (pool->table_size - 1)) {
		uint32_t number = pool->table[slot] - 1;
		const struct text *old = &pool->texts[number];

		if (old->hash == hash && old->length == length &&
		    !memcmp(old->bytes, text, length))
			return number;
	}
	kabi_array_reserve(&pool->texts, pool->n_texts, &pool->room_texts,
			   sizeof(*pool->texts));
	pool->texts[pool->n_texts] = (struct text){
		.bytes = copy_text(pool, text, length),
		.length = length,
		.hash = hash,
	};
	pool->table[slot] = ++pool->n_texts;
	if (pool->n_texts > pool->table_size / 2)
		grow_table(pool);
	return pool->n_texts - 1;
}

size_t kabi_pool_count(const struct kabi_pool *pool)
{
	return pool->n_texts;
}

const char *kabi_pool_text(const struct kabi_pool *pool, uint32_t number,
			   size_t *length)
{
	if (length)
		*length = pool->texts[number].length;
	return pool->texts[number].bytes;
}

void kabi_pool_begin(struct kabi_pool *pool, uint64_t position, uint32_t unit)
{
	kabi_array_reserve(&pool->owners, pool->n_owners, &pool->room_owners,
			   sizeof(*pool->owners));
	pool->owners[pool->n_owners++] = (struct kabi_pool_owner){
		.position = position,
		.unit = unit,
		.log = pool->log_size,
	};
	pool->last = 0;
}

void kabi_pool_add(struct kabi_pool *pool, uint32_t number)
{
	int64_t step = (int64_t)number - pool->last;
	/* Zigzag: small numbers for small steps in both directions. */
	uint64_t code = (uint64_t)step << 1 ^ (uint64_t)(step >> 63);

	do {
		kabi_array_reserve(&pool->log, pool->log_size, &pool->room_log,
				   1);
		pool->log[pool->log_size++] = (code & 0x7f) |
					      (code > 0x7f ? 0x80 : 0);
		code >>= 7;
	} while (code);
	pool->last = number;
	pool->owners[pool->n_owners - 1].count++;
}

size_t kabi_pool_owners(const struct kabi_pool *pool)
{
	return pool->n_owners;
}

const struct kabi_pool_owner *kabi_pool_owner(const struct kabi_pool *pool,
					      size_t index)
{
	return &pool->owners[index];
}

void kabi_pool_for_each(const struct kabi_pool *pool,
			const struct kabi_pool_owner *owner,
			void (*visit)(void *context, uint32_t number),
			void *context)
{
	const unsigned char *log = pool->log + owner->log;
	int64_t number = 0;

	for (uint32_t i = 0; i < owner->count; i++) {
		uint64_t code = 0;
		int shift = 0;

		do {
			code |= (uint64_t)(*log & 0x7f) << shift;
			shift += 7;
		} while (*log++ & 0x80);
		number += (int64_t)(code >> 1) ^ -(int64_t)(code & 1);
		visit(context, (uint32_t)number);
	}
}

/* For the log of the pool that is merged. */
struct translation {
	struct kabi_pool *pool;
	const uint32_t *numbers;
};

static void add_translated(void *context, uint32_t number)
{
	const struct translation *translation = context;

	kabi_pool_add(translation->pool, translation->numbers[number]);
}

void kabi_pool_merge(struct kabi_pool *pool, const struct kabi_pool *from,
		     uint32_t **numbers)
{
	*numbers = kabi_xmalloc(from->n_texts * sizeof(**numbers));
	for (size_t i = 0; i < from->n_texts; i++)
		(*numbers)[i] = kabi_pool_intern(pool, from->texts[i].bytes,
						 from->texts[i].length);

	struct translation translation = { pool, *numbers };

	for (size_t i = 0; i < from->n_owners; i++) {
		const struct kabi_pool_owner *owner = &from->owners[i];
		uint32_t unit = owner->unit;

		if (unit != KABI_POOL_NO_UNIT)
			unit = (*numbers)[unit];
		kabi_pool_begin(pool, owner->position, unit);
		kabi_pool_for_each(from, owner, add_translated, &translation);
	}
}
