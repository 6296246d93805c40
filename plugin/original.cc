// SPDX-License-Identifier: GPL-2.0-or-later
// What typedefs are names for: see original.h.

#include "gcc-compat.h"

#include "original.h"

struct original {
	tree decl;
	tree type;
	location_t location;
};

/* All typedefs in the order of the source; those that GCC forgot. */
static vec<original> noted;
static vec<original> forgotten;

static const struct original *find(const vec<original> &list, const_tree decl)
{
	unsigned int i = list.length();

	while (i--) {
		if (list[i].decl == decl)
			return &list[i];
	}
	return NULL;
}

void kabi_original_note(tree decl)
{
	const struct original *first;

	if (TREE_CODE(decl) != TYPE_DECL || !DECL_NAME(decl))
		return;
	if (DECL_ORIGINAL_TYPE(decl)) {
		struct original original = { decl, DECL_ORIGINAL_TYPE(decl),
					     DECL_SOURCE_LOCATION(decl) };

		noted.safe_push(original);
	} else if (!find(forgotten, decl)) {
		first = find(noted, decl);
		if (first)
			forgotten.safe_push(*first);
	}
}

void kabi_original_mark(void)
{
	struct original *original;
	unsigned int i;

	FOR_EACH_VEC_ELT(noted, i, original) {
		gt_ggc_mx_tree_node(original->decl);
		gt_ggc_mx_tree_node(original->type);
	}
}

tree kabi_original_type(const_tree decl)
{
	tree type = DECL_ORIGINAL_TYPE(decl);
	const struct original *first;

	/* GCC's own names are no typedefs, and there are many. */
	if (type || DECL_SOURCE_LOCATION(decl) <= BUILTINS_LOCATION)
		return type;
	first = find(forgotten, decl);
	return first ? first->type : NULL_TREE;
}

location_t kabi_original_location(const_tree decl)
{
	const struct original *first =
		DECL_ORIGINAL_TYPE(decl) ? NULL : find(forgotten, decl);

	return first ? first->location : DECL_SOURCE_LOCATION(decl);
}
