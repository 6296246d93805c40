// SPDX-License-Identifier: GPL-2.0-or-later
/* Two walks over the pool's log: count, then fill; see sightings.h. */
#include "sightings.h"

#include <string.h>

#include "alloc.h"

#define NO_RANK UINT32_MAX

/* What is known of one wanted text. */
struct bucket {
	size_t first; /* in ranks */
	size_t room;
	size_t count;
	size_t more;  /* TUs that no other input has, without a name */
	size_t least; /* TUs that there are at any rate */
};

struct kabi_sightings {
	const struct kabi_pool *pool;
	const struct kabi_resolution *resolution;
	struct kabi_slice *units; /* by rank */
	size_t n_units;
	uint64_t *positions; /* by rank: the first one */
	uint32_t *rank_of_owner;
	uint32_t *by_rank; /* owners of TUs, sorted */
	size_t n_by_rank;
	uint32_t *bucket_of; /* by number: index in buckets and 1, or 0 */
	struct bucket *buckets;
	size_t n_buckets;
	uint32_t *ranks;
};

/* For the walks. */
struct walk {
	struct kabi_sightings *sightings;
	void (*found)(struct kabi_sightings *sightings, struct bucket *bucket,
		      uint32_t rank);
	uint32_t rank;
	/* The TUs of a whole baseline, of which only the first are named. */
	uint32_t members[KABI_SIGHTINGS_NAMED];
	size_t n_members;
	size_t total_members;
	bool overlap;
};

static struct kabi_slice unit_name(const struct kabi_pool *pool,
				   uint32_t number)
{
	struct kabi_record_text record = { 0 };
	size_t length;
	const char *text = kabi_pool_text(pool, number, &length);

	kabi_record_text_split(text, length, &record);
	return record.name;
}

static int compare_names(struct kabi_slice a, struct kabi_slice b)
{
	size_t length = a.length < b.length ? a.length : b.length;
	int order = memcmp(a.at, b.at, length);

	if (order)
		return order;
	return (a.length > b.length) - (a.length < b.length);
}

/* An owner with the name of its TU, to sort by. */
struct named_owner {
	struct kabi_slice name;
	uint32_t owner;
};

static int compare_owners(const void *left, const void *right)
{
	const struct named_owner *a = left, *b = right;
	int order = compare_names(a->name, b->name);

	return order ? order : (a->owner > b->owner) - (a->owner < b->owner);
}

static void add_to_rank(struct kabi_sightings *sightings, uint32_t rank,
			uint32_t owner)
{
	uint64_t position = kabi_pool_owner(sightings->pool, owner)->position;

	sightings->rank_of_owner[owner] = rank;
	if (position < sightings->positions[rank])
		sightings->positions[rank] = position;
}

static void rank_units(struct kabi_sightings *sightings)
{
	size_t count = kabi_pool_owners(sightings->pool);
	kabi_cleanup(kabi_free_cleanup) struct named_owner *owners =
		kabi_xcalloc(count, sizeof(*owners));
	size_t n = 0;

	sightings->units = kabi_xcalloc(count, sizeof(*sightings->units));
	sightings->positions =
		kabi_xcalloc(count, sizeof(*sightings->positions));
	memset(sightings->positions, 0xff,
	       count * sizeof(*sightings->positions));
	sightings->rank_of_owner =
		kabi_xcalloc(count, sizeof(*sightings->rank_of_owner));
	sightings->by_rank = kabi_xcalloc(count, sizeof(*sightings->by_rank));
	for (size_t i = 0; i < count; i++) {
		uint32_t unit = kabi_pool_owner(sightings->pool, i)->unit;

		sightings->rank_of_owner[i] = NO_RANK;
		if (unit == KABI_POOL_NO_UNIT)
			continue;
		owners[n].owner = i;
		owners[n++].name = unit_name(sightings->pool, unit);
	}
	qsort(owners, n, sizeof(*owners), compare_owners);
	for (size_t i = 0; i < n; i++) {
		if (!i || compare_names(owners[i - 1].name, owners[i].name))
			sightings->units[sightings->n_units++] = owners[i].name;
		sightings->by_rank[i] = owners[i].owner;
		add_to_rank(sightings, sightings->n_units - 1, owners[i].owner);
	}
	sightings->n_by_rank = n;
}

static struct bucket *find_bucket(struct kabi_sightings *sightings,
				  uint32_t number)
{
	uint32_t kept = sightings->resolution->stands_for[number];
	uint32_t bucket = sightings->bucket_of[kept];

	return bucket ? &sightings->buckets[bucket - 1] : NULL;
}

static void visit_text(void *context, uint32_t number)
{
	struct walk *walk = context;
	struct bucket *bucket = find_bucket(walk->sightings, number);

	if (!bucket)
		return;
	if (walk->rank != NO_RANK) {
		walk->found(walk->sightings, bucket, walk->rank);
		return;
	}
	for (size_t i = 0; i < walk->n_members; i++)
		walk->found(walk->sightings, bucket, walk->members[i]);
}

/* Which TUs does a file have, as far as the pool's owners say? */
static void collect_members(struct walk *walk, uint64_t file)
{
	const struct kabi_sightings *sightings = walk->sightings;
	uint32_t last = NO_RANK;

	walk->n_members = 0;
	walk->total_members = 0;
	for (size_t i = 0; i < sightings->n_by_rank; i++) {
		uint32_t owner = sightings->by_rank[i];
		uint32_t rank = sightings->rank_of_owner[owner];

		if (rank == last ||
		    kabi_pool_owner(sightings->pool, owner)->position >> 32 !=
			    file)
			continue;
		if (walk->n_members < KABI_SIGHTINGS_NAMED)
			walk->members[walk->n_members++] = rank;
		walk->total_members++;
		last = rank;
	}
}

/* Is there a TU of the file that another file has as well? */
static bool overlaps(const struct kabi_sightings *sightings, uint32_t file)
{
	for (size_t i = 1; i < sightings->n_by_rank; i++) {
		uint32_t a = sightings->by_rank[i - 1];
		uint32_t b = sightings->by_rank[i];
		uint64_t file_a =
			kabi_pool_owner(sightings->pool, a)->position >> 32;
		uint64_t file_b =
			kabi_pool_owner(sightings->pool, b)->position >> 32;

		if (sightings->rank_of_owner[a] ==
			    sightings->rank_of_owner[b] &&
		    file_a != file_b && (file_a == file || file_b == file))
			return true;
	}
	return false;
}

/* Calls "visit" for the texts of all owners that are whole baselines. */
static void walk_baselines(struct walk *walk,
			   void (*visit)(void *context, uint32_t number))
{
	const struct kabi_sightings *sightings = walk->sightings;
	const struct kabi_pool *pool = sightings->pool;

	walk->rank = NO_RANK;
	for (size_t i = 0; i < kabi_pool_owners(pool); i++) {
		const struct kabi_pool_owner *owner = kabi_pool_owner(pool, i);

		if (owner->unit != KABI_POOL_NO_UNIT)
			continue;
		collect_members(walk, owner->position >> 32);
		walk->overlap = overlaps(sightings, owner->position >> 32);
		kabi_pool_for_each(pool, owner, visit, walk);
	}
}

/* TUs by rank, so that every bucket is filled in order, then the others. */
static void walk_all(struct kabi_sightings *sightings,
		     void (*found)(struct kabi_sightings *sightings,
				   struct bucket *bucket, uint32_t rank))
{
	const struct kabi_pool *pool = sightings->pool;
	struct walk walk = { .sightings = sightings, .found = found };

	for (size_t i = 0; i < sightings->n_by_rank; i++) {
		uint32_t owner = sightings->by_rank[i];

		walk.rank = sightings->rank_of_owner[owner];
		kabi_pool_for_each(pool, kabi_pool_owner(pool, owner),
				   visit_text, &walk);
	}
	walk_baselines(&walk, visit_text);
}

static void count_one(struct kabi_sightings *sightings, struct bucket *bucket,
		      uint32_t rank)
{
	(void)sightings;
	(void)rank;
	bucket->room++;
}

static void fill_one(struct kabi_sightings *sightings, struct bucket *bucket,
		     uint32_t rank)
{
	sightings->ranks[bucket->first + bucket->count++] = rank;
}

static int compare_ranks(const void *left, const void *right)
{
	const uint32_t *a = left, *b = right;

	return (*a > *b) - (*a < *b);
}

/* Only where a TU was read twice, or a baseline, is there something to do. */
static void sort_bucket(struct kabi_sightings *sightings, struct bucket *bucket)
{
	uint32_t *ranks = sightings->ranks + bucket->first;
	size_t i = 1;
	size_t count = 0;

	while (i < bucket->count && ranks[i - 1] < ranks[i])
		i++;
	if (i >= bucket->count)
		return;
	qsort(ranks, bucket->count, sizeof(*ranks), compare_ranks);
	for (i = 0; i < bucket->count; i++)
		if (!count || ranks[count - 1] != ranks[i])
			ranks[count++] = ranks[i];
	bucket->count = count;
}

static void make_buckets(struct kabi_sightings *sightings, unsigned int flags)
{
	const struct kabi_resolution *resolution = sightings->resolution;
	size_t first = 0;

	sightings->bucket_of = kabi_xcalloc(kabi_pool_count(sightings->pool),
					    sizeof(*sightings->bucket_of));
	for (size_t i = 0; i < resolution->n_kept; i++)
		if (resolution->flags[resolution->kept[i]] & flags)
			sightings->bucket_of[resolution->kept[i]] =
				++sightings->n_buckets;
	sightings->buckets =
		kabi_xcalloc(sightings->n_buckets, sizeof(*sightings->buckets));
	walk_all(sightings, count_one);
	for (size_t i = 0; i < sightings->n_buckets; i++) {
		sightings->buckets[i].first = first;
		first += sightings->buckets[i].room;
	}
	sightings->ranks = kabi_xcalloc(first, sizeof(*sightings->ranks));
	walk_all(sightings, fill_one);
	for (size_t i = 0; i < sightings->n_buckets; i++)
		sort_bucket(sightings, &sightings->buckets[i]);
}

/*
 * The TUs that a baseline counts but does not name add up, unless its TUs are
 * in other inputs too: then they may be the same, and its number is what there
 * is at least.
 */
static void add_count(struct bucket *bucket, size_t named, size_t total,
		      bool overlap)
{
	if (!overlap)
		bucket->more += total - named;
	else if (bucket->least < total)
		bucket->least = total;
}

/* What a baseline has without a word about TUs, all its TUs have. */
static void count_whole(void *context, uint32_t number)
{
	struct walk *walk = context;
	struct bucket *bucket = find_bucket(walk->sightings, number);

	if (bucket)
		add_count(bucket, walk->n_members, walk->total_members,
			  walk->overlap);
}

static void add_counts(struct kabi_sightings *sightings,
		       const struct kabi_sighting_count *counts,
		       size_t n_counts)
{
	struct walk walk = { .sightings = sightings };
	bool overlap = false;

	for (size_t i = 0; i < n_counts; i++) {
		struct bucket *bucket =
			find_bucket(sightings, counts[i].number);

		if (!i || counts[i - 1].file != counts[i].file)
			overlap = overlaps(sightings, counts[i].file);
		if (bucket)
			add_count(bucket, counts[i].named, counts[i].total,
				  overlap);
	}
	walk_baselines(&walk, count_whole);
}

struct kabi_sightings *
kabi_sightings_create(const struct kabi_pool *pool,
		      const struct kabi_resolution *resolution,
		      unsigned int flags,
		      const struct kabi_sighting_count *counts, size_t n_counts)
{
	struct kabi_sightings *sightings = kabi_xcalloc(1, sizeof(*sightings));

	sightings->pool = pool;
	sightings->resolution = resolution;
	rank_units(sightings);
	make_buckets(sightings, flags);
	add_counts(sightings, counts, n_counts);
	return sightings;
}

void kabi_sightings_destroy(struct kabi_sightings *sightings)
{
	if (!sightings)
		return;
	free(sightings->units);
	free(sightings->positions);
	free(sightings->rank_of_owner);
	free(sightings->by_rank);
	free(sightings->bucket_of);
	free(sightings->buckets);
	free(sightings->ranks);
	free(sightings);
}

size_t kabi_sightings_of(const struct kabi_sightings *sightings,
			 uint32_t number, const uint32_t **ranks, size_t *total)
{
	uint32_t bucket = sightings->bucket_of[number];

	*ranks = NULL;
	*total = 0;
	if (!bucket)
		return 0;

	const struct bucket *b = &sightings->buckets[bucket - 1];

	*ranks = sightings->ranks + b->first;
	*total = b->count > b->least ? b->count : b->least;
	*total += b->more;
	return b->count;
}

size_t kabi_sightings_units(const struct kabi_sightings *sightings)
{
	return sightings->n_units;
}

struct kabi_slice kabi_sightings_unit(const struct kabi_sightings *sightings,
				      uint32_t rank)
{
	return sightings->units[rank];
}

uint32_t kabi_sightings_rank(const struct kabi_sightings *sightings,
			     size_t owner)
{
	return sightings->rank_of_owner[owner];
}

uint32_t kabi_sightings_rank_of_unit(const struct kabi_sightings *sightings,
				     uint32_t number)
{
	struct kabi_slice name = unit_name(sightings->pool, number);
	size_t low = 0;
	size_t high = sightings->n_units;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = compare_names(name, sightings->units[middle]);

		if (!order)
			return middle;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NO_RANK;
}

uint64_t kabi_sightings_position(const struct kabi_sightings *sightings,
				 uint32_t rank)
{
	return sightings->positions[rank];
}
