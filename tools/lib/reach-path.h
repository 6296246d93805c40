/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * One of the shortest ways from an exported symbol to what it reaches, in
 *words:
 *
 *	register_netdevice, struct net_device, member dev, struct device
 *
 * The least pointer hops first, then the fewest steps, then the symbol that
 * comes first by name. Between a symbol and the types of its signature stands
 * nothing; a member of members without a tag is a path ("member a.b"); behind
 * one that points to a function comes "parameter 2" or "return value". A
 *typedef of what comes next is left out.
 */
#ifndef KABI_TOOLS_REACH_PATH_H
#define KABI_TOOLS_REACH_PATH_H

#include "reach.h"

/*
 * The steps, the last of them the node itself, as an array and strings in the
 * arena; 0 when nothing reaches the node, or it is a symbol itself. The first
 * call walks over the whole graph.
 */
size_t kabi_reach_path(struct kabi_reach *reach, uint32_t node,
		       struct kabi_arena *arena, const char ***ret);

#endif /* KABI_TOOLS_REACH_PATH_H */
