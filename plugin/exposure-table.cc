// SPDX-License-Identifier: GPL-2.0-or-later
// Structures of which tables are in the object, written by inline assembly or,
// after the compiler, by another tool. What reads them is the kernel that the
// object gets into, and no member of them is named anywhere.

#include "gcc-compat.h"

#include "exposure-parts.h"
#include "scope.h"
#include "section.h"

#define TAG(tag) tag, sizeof(tag) - 1

/* By the section that assembly puts entries into; NULL: see below. */
static const struct table {
	const char *tag;
	unsigned int length; /* of the tag: told apart at less cost */
	const char *section;
} tables[] = {
	{ TAG("alt_instr"), ".altinstructions" },
	{ TAG("bug_entry"), "__bug_table" },
	{ TAG("exception_table_entry"), "__ex_table" },
	{ TAG("jump_entry"), "__jump_table" },
	/*
	 * objtool writes .orc_unwind, for all functions. asm/module.h asks for
	 * the structure with CONFIG_UNWINDER_ORC.
	 */
	{ TAG("orc_entry"), NULL },
	{ TAG("paravirt_patch_site"), ".parainstructions" },
};

static tree types[ARRAY_SIZE(tables)];

/* Called for every use of a specifier; before the last one it is complete. */
static void finish_type(void *data, void *)
{
	tree type = (tree)data;

	if (!type || TREE_CODE(type) != RECORD_TYPE || !TYPE_NAME(type) ||
	    TREE_CODE(TYPE_NAME(type)) != IDENTIFIER_NODE)
		return;
	for (unsigned int i = 0; i < ARRAY_SIZE(tables); i++) {
		if (IDENTIFIER_LENGTH(TYPE_NAME(type)) == tables[i].length &&
		    id_equal(TYPE_NAME(type), tables[i].tag))
			types[i] = TYPE_MAIN_VARIANT(type);
	}
}

static void mark(void *, void *)
{
	for (unsigned int i = 0; i < ARRAY_SIZE(tables); i++)
		gt_ggc_mx_tree_node(types[i]);
}

void kabi_tables_init(void)
{
	register_callback("kabi", PLUGIN_FINISH_TYPE, finish_type, NULL);
	register_callback("kabi", PLUGIN_GGC_MARKING, mark, NULL);
}

static bool has_entries(const struct table *table)
{
	if (table->section)
		return kabi_sections_has(table->section);
	return symtab->first_function_with_gimple_body() != NULL;
}

void kabi_tables_note(struct kabi_scope *scope)
{
	for (unsigned int i = 0; i < ARRAY_SIZE(tables); i++) {
		if (!types[i] || !COMPLETE_TYPE_P(types[i]) ||
		    !has_entries(&tables[i]))
			continue;
		kabi_scope_add_needed(scope, types[i]);
		kabi_exposed_passed(types[i]);
	}
}
