// SPDX-License-Identifier: GPL-2.0-or-later
// What of a TU is worth recording: see scope.h.

#include "gcc-compat.h"

#include "call.h"
#include "scope.h"
#include "section.h"
#include "where.h"

static void add(struct kabi_scope *scope, tree type)
{
	if (type && type != error_mark_node && !scope->seen.add(type))
		scope->types.safe_push(type);
}

static bool is_near(const line_map_ordinary *map)
{
	if (kabi_where_is_code(map))
		return true;
	map = linemap_included_from_linemap(line_table, map);
	return !map || kabi_where_is_code(map);
}

bool kabi_scope_is_near(location_t location)
{
	const line_map_ordinary *map;

	if (location <= BUILTINS_LOCATION)
		return true;
	linemap_resolve_location(line_table, location,
				 LRK_MACRO_EXPANSION_POINT, &map);
	return is_near(map);
}

/*
 * The names of enumerators are bound now, and only now, to declarations that
 * tell where they stand and whether they are used.
 */
static void add_enum(struct kabi_scope *scope, tree type)
{
	struct kabi_scope_enum entry = { TYPE_MAIN_VARIANT(type),
					 scope->enumerators.length(),
					 !scope->is_far, false };

	if (!TYPE_VALUES(entry.type) || scope->seen_enums.add(entry.type))
		return;
	for (tree pair = TYPE_VALUES(entry.type); pair;
	     pair = TREE_CHAIN(pair)) {
		tree decl = lookup_name(TREE_PURPOSE(pair));
		bool ours = decl && TREE_CODE(decl) == CONST_DECL &&
			    TREE_TYPE(decl) == entry.type;

		scope->enumerators.safe_push(ours ? decl : NULL_TREE);
	}
	scope->enums.safe_push(entry);
}

/*
 * Called for every use of a specifier, several thousand times in a kernel TU.
 * sizeof and offsetof are folded while they are parsed: that a body names a
 * type is all that remains of them.
 */
void kabi_scope_add_type(struct kabi_scope *scope, tree type)
{
	if (!type || type == error_mark_node)
		return;
	if (TREE_CODE(type) == ENUMERAL_TYPE)
		add_enum(scope, type);
	if (scope->all) {
		add(scope, TYPE_MAIN_VARIANT(type));
		return;
	}
	/* Outside of functions the uses of code count. */
	if (!current_function_decl &&
	    (scope->in_header || TREE_CODE(type) == ENUMERAL_TYPE))
		return;
	if (scope->mentions.is_empty() ||
	    scope->mention_function != current_function_decl) {
		scope->mention_function = current_function_decl;
		scope->mentions.safe_push(current_function_decl);
	}
	if (scope->mentions.last() != type)
		scope->mentions.safe_push(type);
}

/*
 * sizeof and offsetof of a typedef leave no trace at all, but that it was
 * looked up. It counts in the main file and in the headers that this includes
 * itself.
 */
void kabi_scope_add_decl(struct kabi_scope *scope, tree decl)
{
	/* A cast to a type of variable length has a typedef without a name. */
	if (TREE_CODE(decl) != TYPE_DECL || !DECL_NAME(decl))
		return;
	if (scope->all)
		add(scope, decl);
	else if (!scope->is_far)
		scope->typedefs.safe_push(decl);
}

/* The types in a reference such as a->b[i].c, from the outside inwards. */
static void add_reference(struct kabi_scope *scope, tree ref)
{
	for (;;) {
		switch (TREE_CODE(ref)) {
		case COMPONENT_REF:
			add(scope, DECL_CONTEXT(TREE_OPERAND(ref, 1)));
			ref = TREE_OPERAND(ref, 0);
			break;
		case ADDR_EXPR:
		case ARRAY_REF:
		case ARRAY_RANGE_REF:
		case BIT_FIELD_REF:
		case IMAGPART_EXPR:
		case REALPART_EXPR:
		case VIEW_CONVERT_EXPR:
			ref = TREE_OPERAND(ref, 0);
			break;
		case MEM_REF:
		case TARGET_MEM_REF:
			add(scope, TREE_TYPE(ref));
			return;
		default:
			return;
		}
	}
}

static void add_body(struct kabi_scope *scope, tree decl)
{
	struct function *body = DECL_STRUCT_FUNCTION(decl);
	basic_block block;
	unsigned int i;
	tree local;

	add(scope, TREE_TYPE(decl));
	FOR_EACH_LOCAL_DECL(body, i, local)
		add(scope, TREE_TYPE(local));
	if (!body->cfg)
		return;
	FOR_EACH_BB_FN(block, body) {
		for (gimple_stmt_iterator at = gsi_start_bb(block);
		     !gsi_end_p(at); gsi_next(&at)) {
			gimple *statement = gsi_stmt(at);

			if (gimple_code(statement) == GIMPLE_ASM)
				kabi_sections_add_asm(gimple_asm_string(
					as_a<gasm *>(statement)));
			for (i = 0; i < gimple_num_ops(statement); i++) {
				tree op = gimple_op(statement, i);

				if (op)
					add_reference(scope, op);
			}
		}
	}
}

static void add_symbol(struct kabi_scope *scope, symtab_node *node)
{
	struct kabi_scope_symbol symbol = {
		node->decl,
		node->definition && !DECL_EXTERNAL(node->decl) &&
			!node->weakref,
		TREE_CODE(node->decl) == FUNCTION_DECL &&
			TREE_THIS_VOLATILE(node->decl),
	};

	/* A global register variable names no symbol. */
	if (VAR_P(node->decl) && DECL_HARD_REGISTER(node->decl))
		add(scope, TREE_TYPE(node->decl));
	else if (kabi_call_is_injected(node->decl))
		return; /* a call record tells, when it is in the object */
	else if (TREE_PUBLIC(node->decl) || node->weakref)
		scope->symbols.safe_push(symbol);
	else
		add(scope, TREE_TYPE(node->decl));
}

/* What the bodies of reachable functions, and file scope, mention. */
static void add_mentions(struct kabi_scope *scope)
{
	bool counts = false;
	unsigned int i;
	tree entry;

	FOR_EACH_VEC_ELT(scope->mentions, i, entry) {
		if (!entry)
			counts = true;
		else if (TREE_CODE(entry) == FUNCTION_DECL)
			counts = gimple_has_body_p(entry);
		else if (counts)
			add(scope, TYPE_MAIN_VARIANT(entry));
	}
}

/*
 * GCC says of an enumerator that it is used, not where. So it is asked whenever
 * code follows on headers, or the other way round: what headers used is put
 * back to unused, to see it being used again by code. Nothing else looks at
 * that bit of an enumerator.
 */
static void find_used_enums(struct kabi_scope *scope)
{
	unsigned int end = scope->enumerators.length();
	unsigned int i = scope->enums.length();

	while (i--) {
		struct kabi_scope_enum *entry = &scope->enums[i];

		for (unsigned int at = entry->first;
		     at < end && !entry->used && !entry->direct; at++) {
			tree decl = scope->enumerators[at];

			if (decl && !TREE_USED(decl))
				continue;
			if (!decl || !scope->read_header) {
				entry->used = true;
			} else {
				TREE_USED(decl) = 0;
				scope->used_by_headers.safe_push(decl);
			}
		}
		end = entry->first;
	}
}

static struct kabi_scope *watched;
static void (*next_file_change)(cpp_reader *, const line_map_ordinary *);
static void (*next_line_change)(cpp_reader *, const cpp_token *, int);

/* Called by libcpp at every beginning and end of a file. */
static void note_file(cpp_reader *reader, const line_map_ordinary *map)
{
	if (watched) {
		watched->in_header = map && !kabi_where_is_code(map);
		watched->is_far = watched->in_header && !is_near(map);
	}
	if (next_file_change)
		next_file_change(reader, map);
}

/* Called at the first token of every line that is no directive. */
static void note_line(cpp_reader *reader, const cpp_token *token,
		      int parsing_args)
{
	if (watched && watched->read_header != watched->in_header) {
		find_used_enums(watched);
		watched->read_header = watched->in_header;
	}
	if (next_line_change)
		next_line_change(reader, token, parsing_args);
}

bool kabi_scope_in_header(void)
{
	return watched && watched->in_header;
}

bool kabi_scope_in_far_header(void)
{
	return watched && watched->is_far;
}

void kabi_scope_init(struct kabi_scope *scope)
{
	cpp_callbacks *callbacks;

	if (scope->all || !parse_in)
		return;
	watched = scope;
	callbacks = cpp_get_callbacks(parse_in);
	next_file_change = callbacks->file_change;
	callbacks->file_change = note_file;
	next_line_change = callbacks->line_change;
	callbacks->line_change = note_line;
}

void kabi_scope_close(struct kabi_scope *scope)
{
	symtab_node *symbol;
	cgraph_node *function;
	unsigned int i;
	tree decl;

	FOR_EACH_SYMBOL(symbol)
		add_symbol(scope, symbol);
	FOR_EACH_FUNCTION_WITH_GIMPLE_BODY(function)
		add_body(scope, function->decl);
	add_mentions(scope);
	FOR_EACH_VEC_ELT(scope->typedefs, i, decl) {
		if (TREE_USED(decl))
			add(scope, decl);
	}
	find_used_enums(scope);
	FOR_EACH_VEC_ELT(scope->used_by_headers, i, decl)
		TREE_USED(decl) = 1;
	watched = NULL;
}

void kabi_scope_add_needed(struct kabi_scope *scope, tree type)
{
	add(scope, type);
}

static void mark(const auto_vec<tree> &trees)
{
	unsigned int i;
	tree entry;

	FOR_EACH_VEC_ELT(trees, i, entry) {
		if (entry)
			gt_ggc_mx_tree_node(entry);
	}
}

void kabi_scope_mark(struct kabi_scope *scope)
{
	struct kabi_scope_symbol *symbol;
	struct kabi_scope_enum *entry;
	unsigned int i;

	mark(scope->types);
	mark(scope->mentions);
	mark(scope->enumerators);
	mark(scope->typedefs);
	FOR_EACH_VEC_ELT(scope->symbols, i, symbol)
		gt_ggc_mx_tree_node(symbol->decl);
	FOR_EACH_VEC_ELT(scope->enums, i, entry)
		gt_ggc_mx_tree_node(entry->type);
}
