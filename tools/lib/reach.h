/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which exported symbols reach which types: the graph from exports over the
 * types of functions and variables to everything they name, and the distance in
 * pointer hops (0: in the signature itself, or embedded by value).
 */
#ifndef KABI_TOOLS_REACH_H
#define KABI_TOOLS_REACH_H

#include "model.h"
#include "symlist.h"

struct kabi_reach;

struct kabi_reach *kabi_reach_create(const struct kabi_model *model);
/* Only from the exports on the list; NULL: from all of them. */
struct kabi_reach *kabi_reach_create_listed(const struct kabi_model *model,
					    const struct kabi_symlist *list);
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

/*
 * The same by node, for those who ask often. A node stands for all variants of
 * a record, or for a tag that no TU defined.
 */
#define KABI_REACH_NO_NODE UINT32_MAX

uint32_t kabi_reach_node(const struct kabi_reach *reach,
			 const struct kabi_record *record);
/* UINT_MAX when nothing reaches it; of KABI_REACH_NO_NODE too. */
unsigned int kabi_reach_distance(const struct kabi_reach *reach, uint32_t node);
/*
 * A bit for each of kabi_reach_exports() (bit I % 64 of word I / 64), set when
 * that export reaches the node. NULL when nothing does. The reach keeps it.
 */
const uint64_t *kabi_reach_set(const struct kabi_reach *reach, uint32_t node);
/* The exports that count, sorted by name. */
size_t kabi_reach_exports(const struct kabi_reach *reach,
			  const struct kabi_record *const **ret);

/* A tag that an exported symbol reaches and no TU defined. */
struct kabi_reach_opaque {
	enum kabi_kind kind;
	const char *name;
	uint32_t node;
};

/* All of them, sorted by kind, then name. */
size_t kabi_reach_opaques(const struct kabi_reach *reach,
			  const struct kabi_reach_opaque **ret);

#endif /* KABI_TOOLS_REACH_H */
