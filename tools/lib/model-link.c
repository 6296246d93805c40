// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Finishing a model: sort, link variants, resolve names.
 *
 *  1. The records are sorted, unless they are, as those of a baseline.
 *  2. Records of one kind and name are chained, and the first of each chain is
 *     entered into a hash table.
 *  3. Every NAMED and TAGGED type gets the record of its name.
 *  4. Typedefs are checked for standing for themselves (below).
 */
#include "model-link.h"

#include <string.h>

#include "parse.h"
#include "strbuf.h"
#include "write.h"

static int compare_texts(const struct kabi_record *a,
			 const struct kabi_record *b)
{
	struct kabi_strbuf text_a = KABI_STRBUF_INIT;
	struct kabi_strbuf text_b = KABI_STRBUF_INIT;
	int order;

	kabi_write_record(&text_a, a);
	kabi_write_record(&text_b, b);
	order = strcmp(text_a.string, text_b.string);
	kabi_strbuf_deinit(&text_a);
	kabi_strbuf_deinit(&text_b);
	return order;
}

static int compare_records(const void *a, const void *b)
{
	const struct kabi_record *first = *(struct kabi_record *const *)a;
	const struct kabi_record *second = *(struct kabi_record *const *)b;
	int order;

	if (first->kind != second->kind)
		return first->kind < second->kind ? -1 : 1;
	/* Strings are interned: equal names are equal pointers. */
	if (first->name == second->name)
		return compare_texts(first, second);
	order = strcmp(first->name, second->name);
	return order;
}

static void sort_records(struct kabi_model *model)
{
	size_t i;

	for (i = 1; i < model->n_records; i++) {
		if (compare_records(&model->records[i - 1],
				    &model->records[i]) > 0)
			break;
	}
	if (i < model->n_records)
		qsort(model->records, model->n_records, sizeof(*model->records),
		      compare_records);
}

static struct kabi_record **find_slot(const struct kabi_model *model,
				      enum kabi_kind kind, const char *name)
{
	size_t mask = model->room_index - 1, at;
	uint64_t hash = (uintptr_t)name + kind;

	/* Only the high bits of the product depend on all of the pointer. */
	at = hash * 0x9e3779b97f4a7c15u >> 32 & mask;
	while (model->index[at] && (model->index[at]->name != name ||
				    model->index[at]->kind != kind))
		at = (at + 1) & mask;
	return &model->index[at];
}

const struct kabi_record *kabi_link_find(const struct kabi_model *model,
					 enum kabi_kind kind, const char *name)
{
	return model->index ? *find_slot(model, kind, name) : NULL;
}

void kabi_link_records(struct kabi_model *model)
{
	struct kabi_record *record, *last = NULL;
	unsigned int kind = 0;
	size_t i, room = 16;

	while (room < 2 * model->n_records)
		room *= 2;
	free(model->index);
	model->room_index = room;
	model->index = kabi_xcalloc(room, sizeof(*model->index));

	for (i = 0; i < model->n_records; i++) {
		record = model->records[i];
		record->index = i;
		record->next_variant = NULL;
		while (kind <= record->kind)
			model->by_kind[kind++] = i;
		if (last && last->kind == record->kind &&
		    last->name == record->name)
			last->next_variant = record;
		else
			*find_slot(model, record->kind, record->name) = record;
		last = record;
	}
	while (kind <= KABI_KIND_COUNT)
		model->by_kind[kind++] = i;
}

/* What a name in a type stands for; the first variant. */
static const struct kabi_record *resolve(const struct kabi_model *model,
					 const struct kabi_type *type)
{
	const struct kabi_record *record;

	if (type->kind != KABI_TYPE_NAMED && type->kind != KABI_TYPE_TAGGED)
		return NULL;
	if (type->kind == KABI_TYPE_TAGGED)
		return kabi_link_find(model, type->tag_kind, type->name);
	record = kabi_link_find(model, KABI_KIND_BASE, type->name);
	if (record)
		return record;
	record = kabi_link_find(model, KABI_KIND_TYPEDEF, type->name);
	return record && record->stands_for ? record->stands_for : record;
}

/*
 * Sets the decl of all names in a type. "round" is that of the whole model: a
 * type that has it was here already, since types are shared.
 */
static struct kabi_error *link_type(const struct kabi_model *model,
				    const struct kabi_type *shared,
				    unsigned int depth, unsigned int round)
{
	/* The model's types are constant to all but us. */
	struct kabi_type *type = (struct kabi_type *)shared;
	struct kabi_error *error = NULL;
	size_t i;

	for (; type && type->linked != round;
	     type = (struct kabi_type *)type->target, depth++) {
		/* Parsed types are not that deep; others may be. */
		if (depth > KABI_MAX_DEPTH)
			return kabi_error_create(KABI_ERROR_BAD_DATA,
						 "types nested too deep");
		type->linked = round;
		type->decl = resolve(model, type);
		for (i = 0; i < type->n_params && !error; i++)
			error = link_type(model, type->params[i], depth + 1,
					  round);
		for (i = 0; type->body && i < type->body->n_members && !error;
		     i++)
			error = link_type(model, type->body->members[i].type,
					  depth + 1, round);
		if (error)
			return error;
	}
	return NULL;
}

static struct kabi_error *link_types(struct kabi_model *model,
				     unsigned int round)
{
	const struct kabi_stack *parsed = &model->parser->names;
	struct kabi_error *error = NULL;
	size_t i, j;

	/*
	 * The parser has a list of the names, each once: faster than to go
	 * through all records.
	 */
	for (i = 0; i < parsed->used; i++) {
		struct kabi_type *type =
			((struct kabi_type **)parsed->items)[i];

		type->decl = resolve(model, type);
		type->linked = round;
	}
	for (i = 0; i < model->n_records; i++) {
		const struct kabi_record *record = model->records[i];

		if (!record->filled)
			continue;
		error = link_type(model, record->type, 1, round);
		for (j = 0;
		     record->body && j < record->body->n_members && !error; j++)
			error = link_type(model, record->body->members[j].type,
					  1, round);
		if (error)
			return kabi_error_prefix(error, "%s %s",
						 kabi_kind_name(record->kind),
						 record->name);
	}
	return NULL;
}

/*
 * Which variant does a typedef's name stand for? In C no typedef can stand for
 * itself, in whatever way. But the records of many TUs, and of several blocks
 * of one, lie side by side here: where one has "typedef int a; typedef a b;"
 * and another "typedef int b; typedef b a;" the first variants of both may name
 * each other, and whoever follows them would go round forever.
 *
 * So names get levels: level 1 stands for something without typedefs, level 2
 * has only typedefs of level 1 in it, and so on. As long as there are names all
 * of whose variants are made of names with lower levels, these are next and
 * stand for their first variant. Where there is none, the names that have one
 * such variant at least are next and stand for that. In every program each
 * typedef names only what stands before it, so this always comes to an end,
 * except in records that no program has.
 */

/* Is all that the type names below the level? */
static bool is_below(const struct kabi_type *type, unsigned int level)
{
	const struct kabi_record *decl;
	size_t i;

	for (; type; type = type->target) {
		decl = type->kind == KABI_TYPE_NAMED ? type->decl : NULL;
		if (decl && decl->kind == KABI_KIND_TYPEDEF &&
		    (!decl->level || decl->level >= level))
			return false;
		for (i = 0; i < type->n_params; i++) {
			if (!is_below(type->params[i], level))
				return false;
		}
		for (i = 0; type->body && i < type->body->n_members; i++) {
			if (!is_below(type->body->members[i].type, level))
				return false;
		}
	}
	return true;
}

/* The first variant that is below the level; "all" of them must be. */
static const struct kabi_record *find_variant(const struct kabi_record *first,
					      unsigned int level, bool all)
{
	const struct kabi_record *variant, *found = NULL;

	for (variant = first; variant; variant = variant->next_variant) {
		if (!is_below(variant->type, level)) {
			if (all)
				return NULL;
		} else if (!found) {
			found = variant;
		}
	}
	return found;
}

/* Gives the level to all names that can have it; returns how many. */
static size_t assign_level(struct kabi_record **names, size_t *n_names,
			   unsigned int level, bool all)
{
	size_t i, left = 0, count = *n_names;

	for (i = 0; i < count; i++) {
		names[i]->stands_for = find_variant(names[i], level, all);
		if (names[i]->stands_for)
			names[i]->level = level;
		else
			names[left++] = names[i];
	}
	*n_names = left;
	return count - left;
}

static struct kabi_error *order_typedefs(struct kabi_model *model,
					 struct kabi_record **names,
					 bool *relink)
{
	size_t i, n_names = 0;
	unsigned int level;

	for (i = model->by_kind[KABI_KIND_TYPEDEF];
	     i < model->by_kind[KABI_KIND_TYPEDEF + 1]; i++) {
		struct kabi_record *record = model->records[i];

		if (!n_names || names[n_names - 1]->name != record->name)
			names[n_names++] = record;
	}
	for (level = 1; n_names && level <= KABI_MAX_DEPTH; level++) {
		if (assign_level(names, &n_names, level, true))
			continue;
		*relink = true;
		if (!assign_level(names, &n_names, level, false))
			return kabi_error_create(
				KABI_ERROR_BAD_DATA,
				"typedef %s: it or what it names stands for itself",
				names[0]->name);
	}
	if (!n_names)
		return NULL;
	return kabi_error_create(KABI_ERROR_BAD_DATA,
				 "typedef %s: names more than %d typedefs deep",
				 names[0]->name, KABI_MAX_DEPTH);
}

struct kabi_error *kabi_model_finish(struct kabi_model *model)
{
	struct kabi_record **names;
	struct kabi_error *error;
	bool relink = false;
	size_t n_typedefs;

	sort_records(model);
	kabi_link_records(model);
	error = link_types(model, 1);
	if (error)
		return error;
	n_typedefs = model->by_kind[KABI_KIND_TYPEDEF + 1] -
		     model->by_kind[KABI_KIND_TYPEDEF];
	names = kabi_xrealloc_array(NULL, n_typedefs, sizeof(*names));
	error = order_typedefs(model, names, &relink);
	free(names);
	if (!error && relink)
		error = link_types(model, 2);
	if (!error)
		model->finished = true;
	return error;
}
