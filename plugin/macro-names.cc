// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The names of the TU's file scope, when that scope is closed. What the C front
 * end has popped it has put into the block of the TRANSLATION_UNIT_DECL, which
 * lives to the end: enumerators, typedefs, a nameless TYPE_DECL for every
 * struct, union and enum, static functions and variables. What has external
 * linkage is in a block that only the front end knows, so it is noted when it
 * is declared; there it is about types only.
 */
#include "gcc-compat.h"
#include "macro-parse.h"

typedef hash_map<tree, tree> kabi_name_map;

static kabi_name_map *symbols;
static kabi_name_map *tags;

/* The front end's own block keeps them alive. Looked into only when needed. */
static vec<tree> externals;
static bool externals_added;

static void add_declaration(tree decl)
{
	tree type;

	if (DECL_NAME(decl)) {
		symbols->put(DECL_NAME(decl), decl);
		return;
	}
	if (TREE_CODE(decl) != TYPE_DECL)
		return;
	type = TREE_TYPE(decl);
	if (type == error_mark_node)
		return;
	/* A tag's name is an identifier; a typedef puts a TYPE_DECL there. */
	type = TYPE_MAIN_VARIANT(type);
	if (TYPE_NAME(type) && TREE_CODE(TYPE_NAME(type)) == IDENTIFIER_NODE)
		tags->put(TYPE_NAME(type), type);
}

static void collect(void)
{
	unsigned int i;
	tree unit;

	symbols = new kabi_name_map(16381);
	tags = new kabi_name_map(4093);
	FOR_EACH_VEC_SAFE_ELT(all_translation_units, i, unit) {
		tree block = DECL_INITIAL(unit);

		if (!block || TREE_CODE(block) != BLOCK)
			continue;
		for (tree decl = BLOCK_VARS(block); decl;
		     decl = DECL_CHAIN(decl))
			add_declaration(decl);
	}
}

/* PLUGIN_FINISH_DECL */
static void note_declaration(void *event_data, void *)
{
	tree decl = (tree)event_data;

	if (VAR_OR_FUNCTION_DECL_P(decl) && TREE_PUBLIC(decl))
		externals.safe_push(decl);
}

static void add_externals(void)
{
	unsigned int i;
	tree decl;

	FOR_EACH_VEC_ELT(externals, i, decl)
		if (DECL_NAME(decl))
			symbols->put(DECL_NAME(decl), decl);
	externals_added = true;
}

/* PLUGIN_ALL_IPA_PASSES_START: the block may be emptied. */
static void collect_early(void *, void *)
{
	if (!kabi_gcc_strips_trees() || seen_error())
		return;
	collect();
	add_externals();
}

static bool mark_entry(const tree &identifier, const tree &node, void *)
{
	gt_ggc_mx_tree_node(identifier);
	gt_ggc_mx_tree_node(node);
	return true;
}

/* PLUGIN_GGC_MARKING: what was collected early is in use. */
static void mark(void *, void *)
{
	if (!symbols)
		return;
	symbols->traverse<void *, mark_entry>(NULL);
	tags->traverse<void *, mark_entry>(NULL);
}

void kabi_macro_names_init(void)
{
	register_callback("kabi", PLUGIN_FINISH_DECL, note_declaration, NULL);
	register_callback("kabi", PLUGIN_ALL_IPA_PASSES_START, collect_early,
			  NULL);
	register_callback("kabi", PLUGIN_GGC_MARKING, mark, NULL);
}

tree kabi_macro_symbol(tree identifier)
{
	tree *found;

	if (!symbols)
		collect();
	found = symbols->get(identifier);
	if (!found && !externals_added) {
		add_externals();
		found = symbols->get(identifier);
	}
	return found ? *found : NULL_TREE;
}

tree kabi_macro_tag(tree identifier)
{
	tree *found;

	if (!symbols)
		collect();
	found = tags->get(identifier);
	return found ? *found : NULL_TREE;
}

void kabi_macro_names_deinit(void)
{
	delete symbols;
	delete tags;
	externals.release();
	symbols = NULL;
	tags = NULL;
}
