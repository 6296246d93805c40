// SPDX-License-Identifier: GPL-2.0-or-later
// What types are called: see walk.h.

#include "gcc-compat.h"

#include "original.h"
#include "walk.h"

const char *kabi_walk_tag(const_tree type)
{
	tree name = TYPE_NAME(TYPE_MAIN_VARIANT(type));

	if (name && TREE_CODE(name) == TYPE_DECL)
		name = DECL_NAME(name);
	return name ? IDENTIFIER_POINTER(name) : NULL;
}

const char *kabi_walk_first_enumerator(const_tree type)
{
	tree values = TYPE_VALUES(TYPE_MAIN_VARIANT(type));

	return values ? IDENTIFIER_POINTER(TREE_PURPOSE(values)) : "";
}

/* GCC's names have the words in another order, and some words more. */
const char *kabi_walk_base_name(const_tree type)
{
	static const char *const names[][2] = {
		{ "long int", "long" },
		{ "long unsigned int", "unsigned long" },
		{ "short int", "short" },
		{ "short unsigned int", "unsigned short" },
		{ "long long int", "long long" },
		{ "long long unsigned int", "unsigned long long" },
		{ "__int128 unsigned", "unsigned __int128" },
	};
	const char *name = kabi_walk_tag(type);

	for (size_t i = 0; name && i < ARRAY_SIZE(names); i++) {
		if (!strcmp(name, names[i][0]))
			return names[i][1];
	}
	return name;
}

/*
 * A type that the compiler itself named, and that is no base type, counts as
 * well: __builtin_va_list.
 */
tree kabi_walk_typedef_of(const_tree type)
{
	tree decl = TYPE_NAME(type);

	if (!decl || TREE_CODE(decl) != TYPE_DECL || !DECL_NAME(decl))
		return NULL_TREE;
	if (kabi_original_type(decl))
		return decl;
	switch (TREE_CODE(type)) {
	case ARRAY_TYPE:
	case POINTER_TYPE:
	case FUNCTION_TYPE:
		return decl;
	default:
		return NULL_TREE;
	}
}

tree kabi_walk_naming_typedef(tree type)
{
	tree found = NULL_TREE;
	tree main = TYPE_MAIN_VARIANT(type);

	for (tree variant = main; variant;
	     variant = TYPE_NEXT_VARIANT(variant)) {
		tree decl = kabi_walk_typedef_of(variant);

		/* The first one in the source has the lowest number. */
		if (decl && kabi_original_type(decl) == main &&
		    (!found || DECL_UID(decl) < DECL_UID(found)))
			found = decl;
	}
	return found;
}
