// SPDX-License-Identifier: GPL-2.0-or-later
/* Questions to types. */
#include "model.h"

const struct kabi_type *kabi_type_strip(const struct kabi_type *type)
{
	/* kabi_model_finish() has seen to it that this ends. */
	while (type && type->kind == KABI_TYPE_NAMED && type->decl &&
	       type->decl->kind == KABI_KIND_TYPEDEF)
		type = type->decl->type;
	return type;
}

static bool variant_size(const struct kabi_record *record, uint64_t *ret)
{
	if (record->body)
		*ret = record->body->size;
	else
		*ret = record->size;
	return record->body || record->has_size;
}

/*
 * Of a record that a type may name. The type does not tell which of the
 * variants it means.
 */
static bool record_size(const struct kabi_record *record, uint64_t *ret)
{
	uint64_t size;

	if (!record || !variant_size(record, ret))
		return false;
	while ((record = record->next_variant))
		if (!variant_size(record, &size) || size != *ret)
			return false;
	return true;
}

/* "count" times the size of what the array, vector ... is made of. */
static bool multiple_size(const struct kabi_model *model,
			  const struct kabi_type *element, uint64_t count,
			  uint64_t *ret)
{
	uint64_t size;

	return kabi_type_size(model, element, &size) &&
	       !__builtin_mul_overflow(size, count, ret) && *ret <= INT64_MAX;
}

bool kabi_type_size(const struct kabi_model *model,
		    const struct kabi_type *type, uint64_t *ret)
{
	type = kabi_type_strip(type);
	if (!type)
		return false;
	switch (type->kind) {
	case KABI_TYPE_POINTER:
		*ret = kabi_model_pointer_size(model);
		return true;
	case KABI_TYPE_ARRAY:
		if (type->bound == KABI_BOUND_VARIABLE)
			return false;
		return multiple_size(
			model, type->target,
			type->bound == KABI_BOUND_NONE ? 0 : type->count, ret);
	case KABI_TYPE_VECTOR:
		return multiple_size(model, type->target, type->count, ret);
	case KABI_TYPE_COMPLEX:
		return multiple_size(model, type->target, 2, ret);
	case KABI_TYPE_NAMED:
	case KABI_TYPE_TAGGED:
		return record_size(type->decl, ret);
	case KABI_TYPE_UNTAGGED:
		*ret = type->body->size;
		return true;
	case KABI_TYPE_VOID:
	case KABI_TYPE_FUNCTION:
	case KABI_TYPE_UNKNOWN:
		break;
	}
	return false;
}

uint64_t kabi_model_pointer_size(const struct kabi_model *model)
{
	const struct kabi_record *record, *best;

	best = kabi_model_find(model, KABI_KIND_BASE, "long");
	if (!best)
		return 8;
	for (record = best->next_variant; record; record = record->next_variant)
		if (record->units_total > best->units_total)
			best = record;
	return best->size;
}
