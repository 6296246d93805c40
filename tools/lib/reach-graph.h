/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Inside of reach*.c: the graph. Node I is record I of the model
 * (the first variant of a name stands for all), or the tag I - n_records that
 * is not defined.
 */
#ifndef KABI_TOOLS_REACH_GRAPH_H
#define KABI_TOOLS_REACH_GRAPH_H

#include "ptrmap.h"
#include "reach.h"

/* An edge with more pointers than this counts as one with this many. */
#define KABI_REACH_MAX_HOPS KABI_MAX_DEPTH

struct kabi_reach_edge {
	uint32_t target;
	uint32_t hops; /* pointers between the two */
};

struct kabi_reach {
	const struct kabi_model *model;
	uint32_t *first_of; /* by record: its first variant */
	struct kabi_ptrmap opaque_nodes[KABI_KIND_COUNT]; /* name -> node */

	struct kabi_reach_opaque *opaques; /* by node, then sorted */
	size_t n_opaques, room_opaques;
	size_t n_nodes;

	struct kabi_reach_edge *edges;
	size_t n_edges, room_edges;
	size_t *first_edge;	/* by node; n_nodes + 1 of them */
	unsigned int *distance; /* by node; UINT_MAX: not reached */
	/* By node: from where (an export: itself); NULL until reach-path.c. */
	uint32_t *before;

	const struct kabi_record **exports;
	size_t n_exports;

	struct kabi_reach_sets *sets;
};

/* A type, and not a symbol, stands at the node. */
bool kabi_reach_is_type(const struct kabi_reach *reach, uint32_t node);

/* What is found out when the first set is asked for. */
struct kabi_reach_sets *kabi_reach_sets_create(void);
void kabi_reach_sets_destroy(struct kabi_reach_sets *sets);

#endif /* KABI_TOOLS_REACH_GRAPH_H */
