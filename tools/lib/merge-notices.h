/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What is odd about the records that were merged: variants that contradict each
 * other, and what the plugin said it could not record. For merge.c.
 */
#ifndef KABI_TOOLS_MERGE_NOTICES_H
#define KABI_TOOLS_MERGE_NOTICES_H

#include "collect.h"
#include "resolve.h"
#include "sightings.h"

void kabi_merge_notices(const struct kabi_collection *collection,
			const struct kabi_resolution *resolution,
			const struct kabi_sightings *sightings,
			struct kabi_notices *notices);

#endif /* KABI_TOOLS_MERGE_NOTICES_H */
