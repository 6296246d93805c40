// SPDX-License-Identifier: GPL-2.0-or-later
/* Declarations and definitions of one symbol; see resolve-symbols.h. */
#include "resolve-symbols.h"

#include <string.h>

#include "alloc.h"
#include "compat.h"
#include "record-text.h"

struct symbol {
	uint32_t number;
	size_t group;
	const char *text;
	struct kabi_record *record; /* of the scratch model */
};

struct kabi_symbol_groups {
	struct symbol *symbols; /* group by group */
	size_t n_symbols;
	size_t room_symbols;
	size_t n_groups;
};

struct kabi_symbol_groups *kabi_symbol_groups_create(void)
{
	return kabi_xcalloc(1, sizeof(struct kabi_symbol_groups));
}

void kabi_symbol_groups_destroy(struct kabi_symbol_groups *groups)
{
	if (!groups)
		return;
	free(groups->symbols);
	free(groups);
}

void kabi_symbol_groups_begin(struct kabi_symbol_groups *groups)
{
	groups->n_groups++;
}

void kabi_symbol_groups_add(struct kabi_symbol_groups *groups, uint32_t number)
{
	kabi_array_reserve(&groups->symbols, groups->n_symbols,
			   &groups->room_symbols, sizeof(*groups->symbols));
	groups->symbols[groups->n_symbols++] = (struct symbol){
		.number = number,
		.group = groups->n_groups,
	};
}

static struct kabi_error *add_text(const struct kabi_pool *pool,
				   uint32_t number, struct kabi_model *model,
				   struct kabi_record **ret, uint32_t *culprit)
{
	size_t length;
	const char *text = kabi_pool_text(pool, number, &length);
	struct kabi_error *error = kabi_model_add(model, text, length, ret);

	if (error)
		*culprit = number;
	return error;
}

/*
 * A model of its own for the comparison: the symbols in question and what a
 * name in their types may stand for. Tags are compared by name, so structs and
 * unions are not needed.
 */
static struct kabi_error *fill_model(const struct kabi_symbol_groups *groups,
				     const struct kabi_pool *pool,
				     const struct kabi_resolution *resolution,
				     struct kabi_model *model,
				     uint32_t *culprit)
{
	struct kabi_error *error = NULL;

	for (size_t i = 0; !error && i < groups->n_symbols; i++) {
		struct symbol *symbol = &groups->symbols[i];

		error = add_text(pool, symbol->number, model, &symbol->record,
				 culprit);
		symbol->text = kabi_pool_text(pool, symbol->number, NULL);
	}
	for (size_t i = 0; !error && i < resolution->n_kept; i++) {
		uint32_t number = resolution->kept[i];
		struct kabi_record_text record;
		struct kabi_record *ignored;
		size_t length;
		const char *text = kabi_pool_text(pool, number, &length);

		if (resolution->stands_for[number] != number ||
		    !kabi_record_text_split(text, length, &record) ||
		    (record.kind != KABI_KIND_TYPEDEF &&
		     record.kind != KABI_KIND_ENUM &&
		     record.kind != KABI_KIND_BASE))
			continue;
		error = add_text(pool, number, model, &ignored, culprit);
	}
	return error ? error : kabi_model_finish(model);
}

/* Says the record more about the type than another compatible one may? */
static int completeness(const struct kabi_record *record)
{
	const struct kabi_type *type = record->type;

	if (record->has_size)
		return 1;
	return type->kind == KABI_TYPE_FUNCTION &&
	       type->prototype != KABI_PROTOTYPE_NONE;
}

/* Definitions first; of several compatible texts the first one is kept. */
static int compare_symbols(const void *left, const void *right)
{
	const struct symbol *a = left, *b = right;
	int order = (a->group > b->group) - (a->group < b->group);

	if (!order)
		order = (int)a->record->role - (int)b->record->role;
	if (!order)
		order = a->record->weak - b->record->weak;
	if (!order)
		order = completeness(b->record) - completeness(a->record);
	return order ? order : strcmp(a->text, b->text);
}

static bool agree(const struct symbol *a, const struct symbol *b)
{
	const struct kabi_record *x = a->record, *y = b->record;

	if (x->tls != y->tls ||
	    (x->has_size && y->has_size && x->size != y->size))
		return false;
	return kabi_types_compatible(x->type, y->type);
}

/*
 * Definitions that differ are no conflict: they are in modules that know
 * nothing of each other, or the linker would have complained. A declaration
 * that fits none of them is one, and so are two of something that nobody
 * defines in C.
 */
static void resolve_group(struct symbol *symbols, size_t count,
			  struct kabi_resolution *resolution)
{
	size_t kept = 0;
	bool conflict = false;

	for (size_t i = 0; i < count; i++) {
		size_t fit = 0;

		while (fit < kept && !agree(&symbols[fit], &symbols[i]))
			fit++;
		if (fit < kept) {
			resolution->stands_for[symbols[i].number] =
				symbols[fit].number;
			continue;
		}
		conflict |= kept &&
			    symbols[i].record->role == KABI_ROLE_REFERENCE;

		struct symbol keep = symbols[i];

		symbols[kept++] = keep;
	}
	for (size_t i = 0; kept > 1 && i < kept; i++)
		resolution->flags[symbols[i].number] |=
			KABI_RESOLVED_VARIANT |
			(conflict ? KABI_RESOLVED_CONFLICT : 0);
}

struct kabi_error *kabi_symbol_groups_resolve(
	const struct kabi_symbol_groups *groups, const struct kabi_pool *pool,
	struct kabi_resolution *resolution, uint32_t *culprit)
{
	if (!groups->n_symbols)
		return NULL;

	kabi_cleanup(kabi_model_cleanup) struct kabi_model *model =
		kabi_model_create();
	struct kabi_error *error =
		fill_model(groups, pool, resolution, model, culprit);

	if (error)
		return error;
	qsort(groups->symbols, groups->n_symbols, sizeof(*groups->symbols),
	      compare_symbols);
	for (size_t i = 0; i < groups->n_symbols;) {
		size_t count = 1;

		while (i + count < groups->n_symbols &&
		       groups->symbols[i + count].group ==
			       groups->symbols[i].group)
			count++;
		resolve_group(&groups->symbols[i], count, resolution);
		i += count;
	}
	return NULL;
}
