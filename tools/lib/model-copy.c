// SPDX-License-Identifier: GPL-2.0-or-later
/* Types name records, and every model has its own: see model-copy.h. */
#include "model-copy.h"

#include <assert.h>
#include <string.h>

#include "parse.h"

void kabi_copier_init(struct kabi_copier *copier, struct kabi_model *model)
{
	*copier = (struct kabi_copier){ .model = model };
	kabi_ptrmap_init(&copier->copies);
}

void kabi_copier_deinit(struct kabi_copier *copier)
{
	kabi_ptrmap_deinit(&copier->copies);
	free(copier->types);
}

static const struct kabi_body *copy_body(struct kabi_copier *copier,
					 const struct kabi_body *body);

/* Recursion is as deep as the parser of the other model allowed. */
static const struct kabi_type *copy_type(struct kabi_copier *copier,
					 const struct kabi_type *type)
{
	struct kabi_arena *arena = &copier->model->arena;
	struct kabi_type *copy;
	const struct kabi_type **params;
	uint32_t place;

	if (!type)
		return NULL;
	if (kabi_ptrmap_get(&copier->copies, type, &place))
		return copier->types[place];
	copy = kabi_arena_alloc(arena, sizeof(*copy));
	*copy = *type;
	copy->decl = NULL;
	copy->linked = 0;
	copy->target = copy_type(copier, type->target);
	if (type->n_params) {
		params = kabi_arena_alloc(arena,
					  type->n_params * sizeof(*params));
		for (size_t i = 0; i < type->n_params; i++)
			params[i] = copy_type(copier, type->params[i]);
		copy->params = params;
	}
	copy->body = copy_body(copier, type->body);
	if (copy->kind == KABI_TYPE_NAMED || copy->kind == KABI_TYPE_TAGGED)
		kabi_parser_add_name(copier->model->parser, copy);
	kabi_array_reserve(&copier->types, copier->n_types, &copier->room_types,
			   sizeof(copy));
	kabi_ptrmap_set(&copier->copies, type, copier->n_types);
	copier->types[copier->n_types++] = copy;
	return copy;
}

static const struct kabi_body *copy_body(struct kabi_copier *copier,
					 const struct kabi_body *body)
{
	struct kabi_arena *arena = &copier->model->arena;
	struct kabi_body *copy;

	if (!body)
		return NULL;
	copy = kabi_arena_alloc(arena, sizeof(*copy));
	*copy = *body;
	copy->members = kabi_arena_alloc(arena, (body->n_members + 1) *
							sizeof(*copy->members));
	for (size_t i = 0; i < body->n_members; i++) {
		copy->members[i] = body->members[i];
		copy->members[i].type =
			copy_type(copier, body->members[i].type);
	}
	return copy;
}

void kabi_copier_add(struct kabi_copier *copier,
		     const struct kabi_record *record)
{
	struct kabi_model *model = copier->model;
	struct kabi_record *copy =
		kabi_arena_alloc(&model->arena, sizeof(*copy));

	assert(!model->finished && !record->filled);
	*copy = *record;
	copy->next_variant = NULL;
	copy->stands_for = NULL;
	copy->level = 0;
	copy->type = copy_type(copier, record->type);
	copy->body = (struct kabi_body *)copy_body(copier, record->body);
	if (record->n_enumerators) {
		size_t size =
			record->n_enumerators * sizeof(*record->enumerators);

		/* A rule of one side may change them (override.h). */
		copy->enumerators = kabi_arena_alloc(&model->arena, size);
		memcpy(copy->enumerators, record->enumerators, size);
	}
	kabi_parser_add_record(model->parser, copy);
}
