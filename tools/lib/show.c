// SPDX-License-Identifier: GPL-2.0-or-later
/* The choice of what to show, and the facts that come from other records. */
#include "show.h"

#include <string.h>

#include "alloc.h"
#include "exposure.h"
#include "reach.h"
#include "strbuf.h"

struct kabi_show *kabi_show_create(const struct kabi_model *model)
{
	struct kabi_show *show = kabi_xcalloc(1, sizeof(*show));

	show->model = model;
	show->chosen = kabi_xcalloc(model->n_records + 1, sizeof(bool));
	return show;
}

void kabi_show_destroy(struct kabi_show *show)
{
	if (!show)
		return;
	free(show->items);
	free(show->chosen);
	free(show);
}

/* "export" is told at the function or variable, unless there is neither. */
static bool is_orphan(const struct kabi_model *model,
		      const struct kabi_record *export)
{
	return !kabi_model_find(model, KABI_KIND_FUNCTION, export->name) &&
	       !kabi_model_find(model, KABI_KIND_VARIABLE, export->name);
}

/* The subject's spelling of an untagged enum, "{ A, ... }", as its name, "{A}".
 */
static char *normalise_name(const char *name, size_t length)
{
	struct kabi_strbuf buf = KABI_STRBUF_INIT;
	size_t end = strcspn(name, ",}");

	if (name[0] != '{') {
		/* "struct outer::member" stands in outer. */
		const char *inner = memmem(name, length, "::", 2);

		kabi_strbuf_add_bytes(&buf, name,
				      inner ? (size_t)(inner - name) : length);
		return kabi_strbuf_steal(&buf);
	}
	for (size_t i = 0; i < end; i++) {
		if (name[i] != ' ')
			kabi_strbuf_add_char(&buf, name[i]);
	}
	kabi_strbuf_add_char(&buf, '}');
	return kabi_strbuf_steal(&buf);
}

static bool has_enumerator(const struct kabi_record *record, const char *name)
{
	for (size_t i = 0; i < record->n_enumerators; i++) {
		if (!strcmp(record->enumerators[i].name, name))
			return true;
	}
	return false;
}

/* "struct foo" asks also for what the code depends on of it. */
static bool matches_exposure(const struct kabi_record *record,
			     enum kabi_kind kind, const char *name)
{
	const char *type;
	enum kabi_kind type_kind = kabi_exposure_type(record, &type);

	if (kind == KABI_KIND_EXPOSURE && !strcmp(record->name, name))
		return true;
	return type && !strcmp(type, name) &&
	       (kind == KABI_KIND_COUNT || kind == KABI_KIND_EXPOSURE ||
		kind == type_kind);
}

static bool matches(const struct kabi_show *show,
		    const struct kabi_record *record, enum kabi_kind kind,
		    const char *name)
{
	enum kabi_kind shown_as = record->kind;

	if (shown_as == KABI_KIND_BASE)
		return false;
	if (shown_as == KABI_KIND_EXPORT) {
		if (strcmp(record->name, name) ||
		    !is_orphan(show->model, record))
			return false;
		shown_as = KABI_KIND_FUNCTION;
	}
	if (shown_as == KABI_KIND_EXPOSURE)
		return matches_exposure(record, kind, name);
	/* The untagged enum that a typedef names. */
	if (shown_as == KABI_KIND_ENUM && kind == KABI_KIND_TYPEDEF)
		return record->typedef_name &&
		       !strcmp(record->typedef_name, name);
	if (kind != KABI_KIND_COUNT && kind != shown_as)
		return false;
	if (!strcmp(record->name, name))
		return true;
	if (record->typedef_name && !strcmp(record->typedef_name, name))
		return true;
	return shown_as == KABI_KIND_ENUM && has_enumerator(record, name);
}

bool kabi_show_choose(struct kabi_show *show, const char *name)
{
	const struct kabi_model *model = show->model;
	enum kabi_kind kind = KABI_KIND_COUNT; /* any */
	const char *blank = strchr(name, ' ');
	bool found = false;

	if (blank && kabi_kind_parse(name, blank - name, &kind))
		name = blank + 1;

	kabi_cleanup(kabi_free_cleanup) char *wanted =
		normalise_name(name, strlen(name));

	for (size_t i = 0; i < model->n_records; i++) {
		if (matches(show, model->records[i], kind, wanted)) {
			show->chosen[i] = true;
			found = true;
		}
	}
	return found;
}

void kabi_show_choose_kind(struct kabi_show *show, enum kabi_kind kind)
{
	const struct kabi_model *model = show->model;

	if (kind == KABI_KIND_BASE)
		return;
	for (size_t i = model->by_kind[kind]; i < model->by_kind[kind + 1]; i++)
		show->chosen[i] = kind != KABI_KIND_EXPORT ||
				  is_orphan(model, model->records[i]);
}

static int compare_items(const void *a_pointer, const void *b_pointer)
{
	const struct kabi_show_item *a = a_pointer, *b = b_pointer;
	int by_name;

	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	by_name = strcmp(a->record->name, b->record->name);
	if (by_name)
		return by_name;
	/* Variants stay in the model's order, which is that of their text. */
	return a->order < b->order ? -1 : a->order > b->order;
}

void kabi_show_finish(struct kabi_show *show)
{
	const struct kabi_model *model = show->model;
	struct kabi_reach *reach = kabi_reach_create(model);

	show->items = kabi_xcalloc(model->n_records + 1, sizeof(*show->items));
	for (size_t i = 0; i < model->n_records; i++) {
		const struct kabi_record *record = model->records[i];
		struct kabi_show_item *item = &show->items[show->n_items];

		if (!show->chosen[i])
			continue;
		show->n_items++;
		item->kind = record->kind;
		item->record = record;
		item->order = i;
		switch (record->kind) {
		case KABI_KIND_EXPORT:
			item->kind = KABI_KIND_FUNCTION;
			item->export = record;
			break;
		case KABI_KIND_FUNCTION:
		case KABI_KIND_VARIABLE:
			item->export = kabi_model_find(model, KABI_KIND_EXPORT,
						       record->name);
			break;
		case KABI_KIND_STRUCT:
		case KABI_KIND_UNION:
		case KABI_KIND_ENUM:
		case KABI_KIND_TYPEDEF:
			item->exported = kabi_reach_any(reach, record);
			break;
		default:
			break;
		}
	}
	qsort(show->items, show->n_items, sizeof(*show->items), compare_items);
	kabi_reach_destroy(reach);
}

const struct kabi_body *kabi_show_untagged(const struct kabi_type *type)
{
	while (type->kind == KABI_TYPE_POINTER ||
	       type->kind == KABI_TYPE_ARRAY ||
	       type->kind == KABI_TYPE_FUNCTION)
		type = type->target;
	return type->kind == KABI_TYPE_UNTAGGED ? type->body : NULL;
}

const struct kabi_body *kabi_show_body(const struct kabi_record *record)
{
	if (record->kind == KABI_KIND_STRUCT || record->kind == KABI_KIND_UNION)
		return record->body;
	if (record->kind == KABI_KIND_TYPEDEF &&
	    record->type->kind == KABI_TYPE_UNTAGGED)
		return record->type->body;
	return NULL;
}

void kabi_show_unit_settings(const struct kabi_model *model, const char *unit,
			     void (*found)(void *context,
					   const struct kabi_record *setting),
			     void *context)
{
	size_t i = model->by_kind[KABI_KIND_SETTING];
	size_t end = model->by_kind[KABI_KIND_SETTING + 1];

	for (; i < end; i++) {
		const struct kabi_record *setting = model->records[i];

		if (setting->n_units < setting->units_total)
			continue;
		for (size_t u = 0; u < setting->n_units; u++) {
			if (!strcmp(setting->units[u], unit))
				found(context, setting);
		}
	}
}
