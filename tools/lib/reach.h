/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which exported symbols reach which types: the graph from exports over the
 * types of functions and variables to everything they name, and the distance in
 * pointer hops (0: in the signature itself, or embedded by value).
 */
#ifndef KABI_TOOLS_REACH_H
#define KABI_TOOLS_REACH_H

#include "model.h"

struct kabi_reach;

struct kabi_reach *kabi_reach_create(const struct kabi_model *model);
void kabi_reach_destroy(struct kabi_reach *reach);

/* Does any exported symbol reach the record (in any variant)? */
bool kabi_reach_any(const struct kabi_reach *reach,
		    const struct kabi_record *record);

/*
 * The EXPORT records that reach the record, sorted by name, in a new array that
 * the caller frees, and the least distance in pointer hops of any of them
 * (UINT_MAX when there is none). An export reaches itself, its function and its
 * variable with distance 0.
 */
size_t kabi_reach_symbols(const struct kabi_reach *reach,
			  const struct kabi_record *record,
			  const struct kabi_record ***ret,
			  unsigned int *distance);

#endif /* KABI_TOOLS_REACH_H */
