// SPDX-License-Identifier: GPL-2.0-or-later
/* A choice of records as JSON, one object a line. */
#include <inttypes.h>
#include <string.h>

#include "alloc.h"
#include "ctype.h"
#include "json.h"
#include "show-json.h"
#include "show-reserved.h"
#include "show.h"
#include "strbuf.h"
#include "words.h"

static void add_string(struct json_object *object, const char *key,
		       const char *value)
{
	json_object_object_add(object, key, kabi_json_string(value));
}

static void add_integer(struct json_object *object, const char *key,
			__int128 value)
{
	json_object_object_add(object, key, kabi_json_integer(value));
}

/* What is seldom true is there only when it is. */
static void add_flag(struct json_object *object, const char *key, bool value)
{
	if (value)
		json_object_object_add(object, key,
				       json_object_new_boolean(true));
}

/* "struct", "const union", "struct[4]": the body is in "members". */
static void add_type(struct json_object *object, const struct kabi_type *type)
{
	kabi_cleanup(kabi_free_cleanup) char *name = kabi_ctype_name(type);

	if (kabi_show_untagged(type)) {
		static const char body[] = " { ... }";
		char *at = strstr(name, body);

		if (at)
			memmove(at, at + strlen(body),
				strlen(at + strlen(body)) + 1);
	}
	add_string(object, "type", name);
}

/* null where the size is not known. */
static void add_size(struct json_object *object, const struct kabi_model *model,
		     const struct kabi_type *type)
{
	uint64_t size;

	if (kabi_type_size(model, type, &size))
		add_integer(object, "size", size);
	else
		add_string(object, "size", NULL);
}

/* Nothing when the list is empty. */
static void add_words(struct json_object *object, const char *key,
		      const char *const *words, size_t n_words)
{
	if (n_words)
		json_object_object_add(object, key,
				       kabi_json_words(words, n_words));
}

static struct json_object *new_members(const struct kabi_model *model,
				       const struct kabi_body *body,
				       uint64_t base);

/* What could not be recorded. */
static void add_problems(struct json_object *object,
			 const char *const *problems, size_t n_problems)
{
	struct json_object *list;

	if (!n_problems)
		return;
	list = json_object_new_array_ext((int)n_problems);
	for (size_t i = 0; i < n_problems; i++)
		json_object_array_add(
			list, kabi_json_string(problems[i] +
					       strspn(problems[i], " ")));
	json_object_object_add(object, "problems", list);
}

/* What a pointer points to has offsets of its own, from 0. */
static void add_untagged(struct json_object *object,
			 const struct kabi_model *model,
			 const struct kabi_type *type, uint64_t base)
{
	const struct kabi_body *body = kabi_show_untagged(type);

	if (!body)
		return;
	for (; type->kind != KABI_TYPE_UNTAGGED; type = type->target) {
		if (type->kind != KABI_TYPE_ARRAY)
			base = 0;
	}
	json_object_object_add(object, "members",
			       new_members(model, body, base));
	add_problems(object, body->problems, body->n_problems);
}

static struct json_object *new_members(const struct kabi_model *model,
				       const struct kabi_body *body,
				       uint64_t base)
{
	struct json_object *members = json_object_new_array();

	for (size_t i = 0; i < body->n_members; i++) {
		const struct kabi_member *member = &body->members[i];
		struct json_object *object = json_object_new_object();
		uint64_t offset = base + member->offset;

		add_string(object, "name", member->name);
		add_integer(object, "offset", offset);
		if (member->bits) {
			add_integer(object, "bit_offset", member->bit_offset);
			add_integer(object, "bits", member->bits);
		} else {
			add_size(object, model, member->type);
		}
		add_type(object, member->type);
		add_untagged(object, model, member->type, offset);
		json_object_array_add(members, object);
	}
	return members;
}

void kabi_show_json_location(struct json_object *object,
			     const struct kabi_record *record)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf location =
		KABI_STRBUF_INIT;

	if (record->file)
		kabi_strbuf_add_format(&location, "%s:%u", record->file,
				       record->line);
	add_string(object, "location", location.string);
}

static void add_exported(struct json_object *object,
			 const struct kabi_show_item *item)
{
	json_object_object_add(object, "exported",
			       json_object_new_boolean(item->exported));
}

static void add_struct(struct json_object *object,
		       const struct kabi_model *model,
		       const struct kabi_show_item *item)
{
	const struct kabi_record *record = item->record;

	add_integer(object, "size", record->body->size);
	add_integer(object, "align", record->body->align);
	kabi_show_json_location(object, record);
	add_exported(object, item);
	add_flag(object, "transparent", record->body->transparent);
	add_flag(object, "local", record->local);
	json_object_object_add(object, "members",
			       new_members(model, record->body, 0));
}

static void add_enum(struct json_object *object,
		     const struct kabi_show_item *item)
{
	const struct kabi_record *record = item->record;
	struct json_object *enumerators = json_object_new_array();

	if (record->typedef_name)
		add_string(object, "typedef", record->typedef_name);
	add_integer(object, "size", record->size);
	json_object_object_add(object, "signed",
			       json_object_new_boolean(record->is_signed));
	for (size_t i = 0; i < record->n_enumerators; i++) {
		struct json_object *enumerator = json_object_new_object();

		add_string(enumerator, "name", record->enumerators[i].name);
		add_integer(enumerator, "value", record->enumerators[i].value);
		json_object_array_add(enumerators, enumerator);
	}
	json_object_object_add(object, "enumerators", enumerators);
	kabi_show_json_location(object, record);
	add_exported(object, item);
	add_flag(object, "local", record->local);
}

static void add_typedef(struct json_object *object,
			const struct kabi_model *model,
			const struct kabi_show_item *item)
{
	const struct kabi_record *record = item->record;
	const struct kabi_body *body = kabi_show_body(record);

	add_type(object, record->type);
	if (body) {
		add_integer(object, "size", body->size);
		add_integer(object, "align", body->align);
		add_flag(object, "transparent", body->transparent);
	}
	kabi_show_json_location(object, record);
	add_exported(object, item);
	add_flag(object, "local", record->local);
	add_untagged(object, model, record->type, 0);
}

static void add_symbol(struct json_object *object,
		       const struct kabi_model *model,
		       const struct kabi_show_item *item)
{
	const struct kabi_record *record = item->record;

	/* Of an export from assembly nobody knows the type. */
	if (record->type)
		add_type(object, record->type);
	else
		add_string(object, "type", NULL);
	if (record->kind == KABI_KIND_VARIABLE) {
		if (record->has_size)
			add_integer(object, "size", record->size);
		else
			add_string(object, "size", NULL);
	}
	add_string(object, "export",
		   item->export ? kabi_license_words[item->export->license]
				: NULL);
	add_string(object, "namespace", item->export ? item->export->ns : NULL);
	add_string(object, "module",
		   item->export ? item->export->module : NULL);
	kabi_show_json_location(object, record);
	if (record->role == KABI_ROLE_REFERENCE)
		add_string(object, "role", "ref");
	if (record->visibility != KABI_VISIBILITY_DEFAULT)
		add_string(object, "visibility",
			   kabi_visibility_words[record->visibility]);
	add_flag(object, "weak", record->weak);
	add_flag(object, "tls", record->tls);
	if (record->alias)
		add_string(object, "alias", record->alias);
	if (record->section)
		add_string(object, "section", record->section);
	add_words(object, "attributes", record->attributes,
		  record->n_attributes);
	if (record->type)
		add_untagged(object, model, record->type, 0);
}

static void add_inline(struct json_object *object,
		       const struct kabi_model *model,
		       const struct kabi_record *record)
{
	kabi_cleanup(kabi_free_cleanup) char *body =
		kabi_xasprintf("%016" PRIx64, record->fingerprint);

	add_type(object, record->type);
	add_string(object, "body", body);
	if (record->perhaps_line)
		add_string(object, "line", "maybe");
	kabi_show_json_location(object, record);
	add_words(object, "attributes", record->attributes,
		  record->n_attributes);
	add_untagged(object, model, record->type, 0);
}

/* null for an option that was tested and is not set. */
static void add_value(struct json_object *object,
		      const struct kabi_record *record)
{
	if (record->is_unset)
		add_string(object, "value", NULL);
	else if (record->is_string)
		json_object_object_add(
			object, "value",
			kabi_json_string_length(record->string,
						record->string_length));
	else
		add_integer(object, "value", record->value);
}

static void add_macro(struct json_object *object,
		      const struct kabi_record *record)
{
	add_value(object, record);
	kabi_show_json_location(object, record);
	add_words(object, "config", record->options, record->n_options);
}

static void add_unit(struct json_object *object,
		     const struct kabi_record *record)
{
	add_string(object, "scope", record->scope);
	json_object_object_add(object, "macros",
			       json_object_new_boolean(!record->no_macros));
	add_integer(object, "unvalued", record->unvalued);
}

/* Which TUs have this variant, and what could not be recorded. */
static void add_remarks(struct json_object *object,
			const struct kabi_record *record)
{
	struct json_object *list;

	if (record->units_total) {
		list = json_object_new_array();
		for (size_t i = 0; i < record->n_units; i++)
			json_object_array_add(
				list, kabi_json_string(record->units[i]));
		json_object_object_add(object, "units", list);
		add_integer(object, "units_total", record->units_total);
	}
	add_problems(object, record->problems, record->n_problems);
}

static struct json_object *new_item(const struct kabi_show *show,
				    const struct kabi_show_item *item)
{
	const struct kabi_record *record = item->record;
	struct json_object *object = json_object_new_object();

	add_string(object, "kind", kabi_kind_name(item->kind));
	/* An untagged enum, "{FIRST}", has no name. */
	add_string(object, "name",
		   record->name[0] == '{' ? NULL : record->name);
	switch (item->kind) {
	case KABI_KIND_STRUCT:
	case KABI_KIND_UNION:
		add_struct(object, show->model, item);
		break;
	case KABI_KIND_ENUM:
		add_enum(object, item);
		break;
	case KABI_KIND_TYPEDEF:
		add_typedef(object, show->model, item);
		break;
	case KABI_KIND_FUNCTION:
	case KABI_KIND_VARIABLE:
		add_symbol(object, show->model, item);
		break;
	case KABI_KIND_MACRO:
		add_macro(object, record);
		break;
	case KABI_KIND_SETTING:
		add_string(object, "value", record->string);
		break;
	case KABI_KIND_INLINE:
		add_inline(object, show->model, record);
		break;
	case KABI_KIND_CONFIG:
		add_value(object, record);
		break;
	case KABI_KIND_RULE:
		add_value(object, record);
		kabi_show_json_location(object, record);
		break;
	case KABI_KIND_SECTION:
	case KABI_KIND_EXPOSURE:
	case KABI_KIND_CONDITIONS:
		kabi_show_json_lines(object, record);
		break;
	case KABI_KIND_UNIT:
		add_unit(object, record);
		break;
	default:
		break;
	}
	add_remarks(object, record);
	return object;
}

static void add_setting(void *context, const struct kabi_record *setting)
{
	add_string(context, setting->name, setting->string);
}

/* NULL when there is nothing to say of the item. */
static struct json_object *new_shown(const struct kabi_show *show,
				     const struct kabi_show_item *item,
				     enum kabi_show_what what)
{
	struct json_object *object, *settings;

	if (what == KABI_SHOW_RECORDS)
		return new_item(show, item);
	if (item->kind != KABI_KIND_UNIT && item->kind != KABI_KIND_SETTING)
		return NULL;
	object = new_item(show, item);
	if (item->kind == KABI_KIND_UNIT) {
		settings = json_object_new_object();
		kabi_show_unit_settings(show->model, item->record->name,
					add_setting, settings);
		json_object_object_add(object, "settings", settings);
	}
	return object;
}

void kabi_show_json(FILE *stream, const struct kabi_show *show,
		    enum kabi_show_what what)
{
	if (what == KABI_SHOW_RESERVED) {
		kabi_show_reserved_json(stream, show);
		return;
	}
	for (size_t i = 0; i < show->n_items; i++) {
		struct json_object *object =
			new_shown(show, &show->items[i], what);

		if (!object)
			continue;
		kabi_json_write(stream, object);
		fputc('\n', stream);
	}
}
