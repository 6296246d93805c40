// SPDX-License-Identifier: GPL-2.0-or-later
/* Where a text was read first, for messages; see collect.h. */
#include <string.h>

#include "alloc.h"
#include "collect.h"

/* For the search of an owner. */
struct search {
	uint32_t number;
	bool found;
};

static void search_text(void *context, uint32_t number)
{
	struct search *search = context;

	search->found |= number == search->number;
}

char *kabi_collection_where(const struct kabi_collection *collection,
			    uint32_t number)
{
	const struct kabi_pool *pool = collection->pool;
	const struct kabi_pool_owner *first = NULL;
	struct kabi_record_text unit = { 0 };
	size_t length;

	for (size_t i = 0; i < kabi_pool_owners(pool); i++) {
		const struct kabi_pool_owner *owner = kabi_pool_owner(pool, i);
		struct search search = { number, false };

		if (first && first->position <= owner->position)
			continue;
		kabi_pool_for_each(pool, owner, search_text, &search);
		if (search.found)
			first = owner;
	}
	if (!first)
		return kabi_xstrdup("inputs");

	const char *path = collection->sources[first->position >> 32].path;

	if (first->unit == KABI_POOL_NO_UNIT)
		return kabi_xstrdup(path);

	const char *text = kabi_pool_text(pool, first->unit, &length);

	if (!kabi_record_text_split(text, length, &unit))
		return kabi_xstrdup(path);
	return kabi_xasprintf("%s: %.*s", path, (int)unit.name.length,
			      unit.name.at);
}
