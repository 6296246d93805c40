/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The texts of all records of all TUs, each kept once, and which TU had which.
 * A kernel has hundreds of megabytes of records of which one in forty is new,
 * so equal texts are recognised before anything is parsed. A pool is not for
 * several threads: each fills its own, and they are merged.
 */
#ifndef KABI_TOOLS_POOL_H
#define KABI_TOOLS_POOL_H

#include <stddef.h>
#include <stdint.h>

#include <kabi/cleanup.h>

struct kabi_pool;

/* Somebody who has records: a TU, or a baseline as a whole. */
struct kabi_pool_owner {
	/*
	 * Where it was read, as the collector counts: the file in the upper
	 * half, the place within it in the lower.
	 */
	uint64_t position;
	/* The text of its `unit` record; UINT32_MAX: a whole baseline. */
	uint32_t unit;
	/* For pool.c alone: its part of the log. */
	uint32_t count;
	uint64_t log;
};

#define KABI_POOL_NO_UNIT UINT32_MAX

struct kabi_pool *kabi_pool_create(void);
void kabi_pool_destroy(struct kabi_pool *pool);
static inline void kabi_pool_cleanup(struct kabi_pool **pool)
{
	kabi_pool_destroy(*pool);
}

/*
 * The number of the text, which is copied when it is new: numbers count up from
 * 0 and depend on the order of calls, so nothing that is written may depend on
 * them.
 */
uint32_t kabi_pool_intern(struct kabi_pool *pool, const char *text,
			  size_t length);

size_t kabi_pool_count(const struct kabi_pool *pool);
/* Closed by a NUL as well. */
const char *kabi_pool_text(const struct kabi_pool *pool, uint32_t number,
			   size_t *length);

/*
 * Begins an owner: what is added until the next one is its. One owner may be
 * begun several times; its parts count together by whoever reads them.
 */
void kabi_pool_begin(struct kabi_pool *pool, uint64_t position, uint32_t unit);
void kabi_pool_add(struct kabi_pool *pool, uint32_t number);

size_t kabi_pool_owners(const struct kabi_pool *pool);
const struct kabi_pool_owner *kabi_pool_owner(const struct kabi_pool *pool,
					      size_t index);

/* Calls back with the number of every text of an owner, as they were added. */
void kabi_pool_for_each(const struct kabi_pool *pool,
			const struct kabi_pool_owner *owner,
			void (*visit)(void *context, uint32_t number),
			void *context);

/*
 * Takes over all that "from" has. *numbers says what number each text of "from"
 * has in "pool"; the caller frees it.
 */
void kabi_pool_merge(struct kabi_pool *pool, const struct kabi_pool *from,
		     uint32_t **numbers);

#endif /* KABI_TOOLS_POOL_H */
