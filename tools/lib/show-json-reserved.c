// SPDX-License-Identifier: GPL-2.0-or-later
/* Reserved slots as JSON, one type a line and the total; see show-reserved.h.
 */
#include "json.h"
#include "show-json.h"
#include "show-reserved.h"

static void add_integer(struct json_object *object, const char *key,
			__int128 value)
{
	json_object_object_add(object, key, kabi_json_integer(value));
}

static void add_budget(struct json_object *object,
		       const struct kabi_show_budget *budget)
{
	add_integer(object, "slots", budget->slots);
	add_integer(object, "bytes", budget->bytes);
	add_integer(object, "slots_used", budget->slots_used);
	add_integer(object, "bytes_used", budget->bytes_used);
}

static void write_object(FILE *stream, struct json_object *object)
{
	kabi_json_write(stream, object);
	fputc('\n', stream);
}

static void write_type(FILE *stream, const struct kabi_show_reserved *reserved)
{
	struct json_object *object = json_object_new_object();
	struct json_object *list = json_object_new_array();

	for (size_t i = 0; i < reserved->n_slots; i++) {
		const struct kabi_slot *slot = &reserved->slots[i];
		struct json_object *item = json_object_new_object();

		json_object_object_add(item, "name",
				       kabi_json_string(slot->name));
		add_integer(item, "offset", slot->offset);
		add_integer(item, "size", slot->size);
		add_integer(item, "count", slot->count);
		json_object_object_add(item, "used",
				       json_object_new_boolean(slot->is_used));
		json_object_array_add(list, item);
	}
	json_object_object_add(
		object, "kind",
		kabi_json_string(kabi_kind_name(reserved->record->kind)));
	json_object_object_add(object, "name",
			       kabi_json_string(reserved->record->name));
	kabi_show_json_location(object, reserved->record);
	add_budget(object, &reserved->budget);
	json_object_object_add(object, "reserved", list);
	write_object(stream, object);
}

void kabi_show_reserved_json(FILE *stream, const struct kabi_show *show)
{
	size_t types;
	struct kabi_show_budget total =
		kabi_show_for_each_reserved(show, write_type, stream, &types);
	struct json_object *object = json_object_new_object();

	json_object_object_add(object, "kind", kabi_json_string("total"));
	add_integer(object, "types", types);
	add_budget(object, &total);
	write_object(stream, object);
}
