/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which TUs had which record, for the records where that is asked: variants,
 * and what something has to be said about.
 *
 * A TU is known by its name. One that was read twice (an object and the
 * vmlinux.o that it is linked into) counts once.
 */
#ifndef KABI_TOOLS_SIGHTINGS_H
#define KABI_TOOLS_SIGHTINGS_H

#include "pool.h"
#include "record-text.h"
#include "resolve.h"

struct kabi_sightings;

/* A baseline names so many of a variant's TUs (docs/format.md 4). */
#define KABI_SIGHTINGS_NAMED 16

/*
 * What a baseline says of a variant: so many TUs, of which only the first ones
 * are named, and those are owners in the pool.
 */
struct kabi_sighting_count {
	uint32_t number; /* of the text */
	size_t named;
	size_t total;
	uint32_t file; /* the upper half of the owner's position */
};

/* For all kept texts that have one of the flags. */
struct kabi_sightings *kabi_sightings_create(
	const struct kabi_pool *pool, const struct kabi_resolution *resolution,
	unsigned int flags, const struct kabi_sighting_count *counts,
	size_t n_counts);
void kabi_sightings_destroy(struct kabi_sightings *sightings);
static inline void kabi_sightings_cleanup(struct kabi_sightings **sightings)
{
	kabi_sightings_destroy(*sightings);
}

/*
 * The TUs that had the text, as ranks, in ascending order. *total counts also
 * those whose names are not known.
 */
size_t kabi_sightings_of(const struct kabi_sightings *sightings,
			 uint32_t number, const uint32_t **ranks,
			 size_t *total);

/* TUs are ranked by name, from 0, bytewise. */
size_t kabi_sightings_units(const struct kabi_sightings *sightings);
/* Still escaped. */
struct kabi_slice kabi_sightings_unit(const struct kabi_sightings *sightings,
				      uint32_t rank);
/* The rank of the TU of which the text is the record; UINT32_MAX: none. */
uint32_t kabi_sightings_rank_of_unit(const struct kabi_sightings *sightings,
				     uint32_t number);
/* Where a TU was read first. */
uint64_t kabi_sightings_position(const struct kabi_sightings *sightings,
				 uint32_t rank);
/* The rank of an owner's TU, UINT32_MAX when the owner is a whole baseline. */
uint32_t kabi_sightings_rank(const struct kabi_sightings *sightings,
			     size_t owner);

#endif /* KABI_TOOLS_SIGHTINGS_H */
