// SPDX-License-Identifier: GPL-2.0-or-later
// What typedefs are names for: see original.h.

#include "gcc-compat.h"

#include "original.h"

struct original {
	tree type;
	location_t location;
};

/* Of every typedef, when it was declared first. */
static hash_map<tree, original> *originals;

/* NULL unless GCC forgot it. */
static const struct original *forgotten(const_tree decl)
{
	if (DECL_ORIGINAL_TYPE(decl) || !originals)
		return NULL;
	return originals->get(CONST_CAST_TREE(decl));
}

void kabi_original_note(tree decl)
{
	struct original original = { NULL_TREE, UNKNOWN_LOCATION };

	if (TREE_CODE(decl) != TYPE_DECL || !DECL_NAME(decl) ||
	    !DECL_ORIGINAL_TYPE(decl))
		return;
	if (!originals)
		originals = new hash_map<tree, struct original>;
	original.type = DECL_ORIGINAL_TYPE(decl);
	original.location = DECL_SOURCE_LOCATION(decl);
	originals->put(decl, original);
}

void kabi_original_mark(void)
{
	if (!originals)
		return;
	for (hash_map<tree, original>::iterator at = originals->begin();
	     at != originals->end(); ++at) {
		gt_ggc_mx_tree_node((*at).first);
		gt_ggc_mx_tree_node((*at).second.type);
	}
}

tree kabi_original_type(const_tree decl)
{
	const struct original *first = forgotten(decl);

	return first ? first->type : DECL_ORIGINAL_TYPE(decl);
}

location_t kabi_original_location(const_tree decl)
{
	const struct original *first = forgotten(decl);

	return first ? first->location : DECL_SOURCE_LOCATION(decl);
}
