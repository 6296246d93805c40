// SPDX-License-Identifier: GPL-2.0-or-later
/* From what code depends on to the records that tell it; see contract-needs.h.
 */
#include "contract-needs.h"

#include <string.h>

#include "exposure.h"

struct needs {
	struct kabi_model *model;
	/* What code uses of these kinds; NULL: all of them. */
	const struct kabi_record *macros, *enumerators;
	bool *needed;			    /* by record */
	const struct kabi_record **waiting; /* what they name is to be found */
	size_t n_waiting, room_waiting;
};

/* With all variants. */
static void need(struct needs *needs, const struct kabi_record *record)
{
	for (; record; record = record->next_variant) {
		if (needs->needed[record->index])
			continue;
		needs->needed[record->index] = true;
		kabi_array_reserve(&needs->waiting, needs->n_waiting,
				   &needs->room_waiting,
				   sizeof(*needs->waiting));
		needs->waiting[needs->n_waiting++] = record;
	}
}

static void need_name(struct needs *needs, enum kabi_kind kind,
		      const char *name)
{
	need(needs, kabi_model_find(needs->model, kind, name));
}

static void need_body(struct needs *needs, const struct kabi_body *body,
		      bool by_value);

/* Of a tag that is only pointed to, only the name is needed. */
static void need_type(struct needs *needs, const struct kabi_type *type,
		      bool by_value)
{
	for (; type; type = type->target) {
		switch (type->kind) {
		case KABI_TYPE_NAMED:
			need_name(needs, KABI_KIND_TYPEDEF, type->name);
			break;
		case KABI_TYPE_TAGGED:
			if (by_value)
				need(needs, type->decl);
			break;
		case KABI_TYPE_UNTAGGED:
			need_body(needs, type->body, by_value);
			break;
		case KABI_TYPE_POINTER:
			by_value = false;
			break;
		case KABI_TYPE_FUNCTION:
			for (size_t i = 0; i < type->n_params; i++)
				need_type(needs, type->params[i], true);
			by_value = true;
			break;
		default:
			break;
		}
	}
}

static void need_body(struct needs *needs, const struct kabi_body *body,
		      bool by_value)
{
	for (size_t i = 0; i < body->n_members; i++)
		need_type(needs, body->members[i].type, by_value);
}

static void need_listed_macros(struct needs *needs,
			       const struct kabi_record *list)
{
	for (size_t i = 0; i < list->n_exposed; i++)
		need_name(needs, KABI_KIND_MACRO, list->exposed[i].member);
}

static bool has_listed(const struct kabi_record *record,
		       const struct kabi_record *list)
{
	for (size_t i = 0; i < record->n_enumerators; i++) {
		if (kabi_exposure_lists(list, record->enumerators[i].name))
			return true;
	}
	return false;
}

static void need_exposed(struct needs *needs, const struct kabi_record *record)
{
	const char *name;
	enum kabi_kind kind = kabi_exposure_type(record, &name);

	need(needs, record);
	if (name)
		need_name(needs, kind, name);
	else if (kind == KABI_KIND_MACRO)
		need_listed_macros(needs, record);
}

static void need_record(struct needs *needs, const struct kabi_record *record)
{
	switch (record->kind) {
	case KABI_KIND_EXPOSURE:
		need_exposed(needs, record);
		break;
	case KABI_KIND_MACRO:
		if (!needs->macros)
			need(needs, record);
		break;
	case KABI_KIND_ENUM:
		if (!needs->enumerators ||
		    has_listed(record, needs->enumerators))
			need(needs, record);
		break;
	case KABI_KIND_FUNCTION:
	case KABI_KIND_VARIABLE:
		if (record->role == KABI_ROLE_DEFINITION)
			need(needs, record);
		break;
	case KABI_KIND_EXPORT:
		need(needs, record);
		need_name(needs, KABI_KIND_FUNCTION, record->name);
		need_name(needs, KABI_KIND_VARIABLE, record->name);
		break;
	case KABI_KIND_UNIT:
	case KABI_KIND_SETTING:
	case KABI_KIND_BASE:
	case KABI_KIND_CONFIG:
	case KABI_KIND_SECTION:
	case KABI_KIND_CALL:
	case KABI_KIND_INLINE:
	case KABI_KIND_RULE:
		need(needs, record);
		break;
	default:
		break;
	}
}

static void follow(struct needs *needs)
{
	while (needs->n_waiting) {
		const struct kabi_record *record =
			needs->waiting[--needs->n_waiting];

		if (record->body)
			need_body(needs, record->body, true);
		/* What an inline function is handed it does not hold. */
		if (record->type)
			need_type(needs, record->type,
				  record->kind != KABI_KIND_INLINE);
	}
}

static bool is_needed(void *context, const struct kabi_record *record)
{
	const struct needs *needs = context;

	return needs->needed[record->index];
}

void kabi_contract_keep_needs(struct kabi_model *model)
{
	struct needs needs = {
		.model = model,
		.macros = kabi_model_find(model, KABI_KIND_EXPOSURE,
					  KABI_EXPOSURE_MACROS),
		.enumerators = kabi_model_find(model, KABI_KIND_EXPOSURE,
					       KABI_EXPOSURE_ENUMERATORS),
	};

	needs.needed = kabi_xcalloc(model->n_records + 1, sizeof(bool));
	for (size_t i = 0; i < model->n_records; i++)
		need_record(&needs, model->records[i]);
	follow(&needs);
	kabi_model_filter(model, is_needed, &needs);
	free(needs.needed);
	free(needs.waiting);
}
