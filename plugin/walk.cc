// SPDX-License-Identifier: GPL-2.0-or-later
// Follows what is in scope until everything that it leads to is recorded.

#include "gcc-compat.h"

#include "exposure.h"
#include "walk.h"

/*
 * A type of the compiler's own: the frame of a function with nested functions,
 * what sanitizers describe places with, what it counts bytes and bits in.
 */
static bool is_internal(const_tree type)
{
	for (const_tree count : sizetype_tab) {
		if (type == count)
			return true;
	}
	return RECORD_OR_UNION_TYPE_P(type) &&
	       (TYPE_ARTIFICIAL(type) || strchr(kabi_walk_tag(type), '.'));
}

void kabi_walk_need(struct kabi_walk *walk, tree node)
{
	if (TYPE_P(node) && is_internal(node))
		return;
	if (!walk->seen.add(node))
		walk->queue.safe_push(node);
}

void kabi_walk_mention(struct kabi_walk *walk, tree type, bool remote)
{
	if (remote && !walk->scope->all && !walk->seen.contains(type)) {
		if (walk->remote.contains(type))
			return;
		if (!kabi_scope_is_near(kabi_walk_tag_location(type))) {
			walk->remote.add(type);
			return;
		}
	}
	kabi_walk_need(walk, type);
}

/* Is the symbol in the object file? References may have been optimised away. */
static bool is_emitted(const struct kabi_scope_symbol *symbol)
{
	tree name;

	if (symbol->definition || flag_generate_lto)
		return true;
	/*
	 * GCC marks the identifier of the plain name. Where asm() gave the name
	 * there need not be one: nobody knows then.
	 */
	name = maybe_get_identifier(kabi_walk_symbol_name(symbol->decl));
	return !name || TREE_SYMBOL_REFERENCED(name);
}

static void walk_node(struct kabi_walk *walk, tree node)
{
	if (TREE_CODE(node) == TYPE_DECL) {
		kabi_walk_typedef(walk, node);
		return;
	}
	switch (TREE_CODE(node)) {
	case RECORD_TYPE:
	case UNION_TYPE:
		if (COMPLETE_TYPE_P(node))
			kabi_walk_struct(walk, node);
		break;
	case ENUMERAL_TYPE:
		/* Recorded with all others, below. */
		break;
	default:
		kabi_walk_base(walk, node);
	}
}

static void walk_queue(struct kabi_walk *walk)
{
	while (!walk->queue.is_empty())
		walk_node(walk, walk->queue.pop());
}

/*
 * The values of enumerators are compiled into whoever uses them, and no type
 * tells. So an enum counts when it is reached, and one of a header also when an
 * enumerator is used anywhere in the TU, if only in a body that nothing calls,
 * or when the main file includes that header itself: over the TUs of a kernel
 * these are the enums of all headers.
 */
static bool is_enum_wanted(struct kabi_walk *walk,
			   const struct kabi_scope_enum *entry)
{
	location_t location = kabi_walk_tag_location(entry->type);
	const line_map *map;

	if (walk->seen.contains(entry->type))
		return true;
	if (location <= BUILTINS_LOCATION)
		return false;
	location = linemap_resolve_location(line_table, location,
					    LRK_MACRO_EXPANSION_POINT, NULL);
	map = linemap_lookup(line_table, location);
	if (MAIN_FILE_P(linemap_check_ordinary(map)) ||
	    in_system_header_at(location))
		return false;
	return walk->scope->all || entry->used || entry->direct;
}

/* GCC says whether any expression names one; of an unknown one it may. */
static void add_used(struct kabi_walk *walk,
		     const struct kabi_scope_enum *entry,
		     vec<const char *> *used)
{
	unsigned int i = entry->first;

	for (tree pair = TYPE_VALUES(entry->type); pair;
	     pair = TREE_CHAIN(pair)) {
		tree decl = walk->scope->enumerators[i++];

		if (!decl || TREE_USED(decl))
			used->safe_push(IDENTIFIER_POINTER(TREE_PURPOSE(pair)));
	}
}

static void walk_enums(struct kabi_walk *walk)
{
	auto_vec<const char *> used;
	struct kabi_scope_enum *entry;
	unsigned int i;

	FOR_EACH_VEC_ELT(walk->scope->enums, i, entry) {
		if (!is_enum_wanted(walk, entry))
			continue;
		kabi_walk_enum(walk, entry);
		add_used(walk, entry, &used);
	}
	/* What of scope=all is used is not asked. */
	if (!walk->scope->all)
		kabi_exposure_record_list(walk->recorder, "enumerators", used);
}

void kabi_walk_scope(struct kabi_walk *walk)
{
	const struct kabi_scope *scope = walk->scope;
	struct kabi_scope_symbol *symbol;
	unsigned int i;
	tree type;

	FOR_EACH_VEC_ELT(scope->symbols, i, symbol) {
		if (is_emitted(symbol))
			kabi_walk_symbol(walk, symbol);
	}
	FOR_EACH_VEC_ELT(scope->types, i, type) {
		kabi_walk_follow(walk, TREE_CODE(type) == TYPE_DECL
					       ? TREE_TYPE(type)
					       : type);
	}
	walk_queue(walk);
	walk_enums(walk);
}
