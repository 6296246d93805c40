// SPDX-License-Identifier: GPL-2.0-or-later
/* Records whose body is lines of words, as JSON; see show-json.h. */
#include "show-json.h"

#include "words.h"

static void add_contents(struct json_object *object,
			 const struct kabi_record *record)
{
	struct json_object *list = json_object_new_array();

	for (size_t i = 0; kabi_contents_words[i]; i++)
		if (record->contents & 1u << i)
			json_object_array_add(
				list, kabi_json_string(kabi_contents_words[i]));
	json_object_object_add(object, "contents", list);
}

/* Lists of members, and flags for the type as a whole. */
static void add_exposure(struct json_object *object,
			 const struct kabi_record *record)
{
	struct json_object *lists[] = {
		[KABI_DEPENDS_ACCESS] = json_object_new_array(),
		[KABI_DEPENDS_OFFSET] = json_object_new_array(),
	};
	bool size = false, unknown = false;

	for (size_t i = 0; i < record->n_exposed; i++) {
		const struct kabi_exposed *exposed = &record->exposed[i];

		if (exposed->member)
			json_object_array_add(
				lists[exposed->how],
				kabi_json_string(exposed->member));
		size |= exposed->how == KABI_DEPENDS_SIZE;
		unknown |= exposed->how == KABI_DEPENDS_UNKNOWN;
	}
	json_object_object_add(object, "access", lists[KABI_DEPENDS_ACCESS]);
	json_object_object_add(object, "offset", lists[KABI_DEPENDS_OFFSET]);
	json_object_object_add(object, "size", json_object_new_boolean(size));
	json_object_object_add(object, "unknown",
			       json_object_new_boolean(unknown));
}

static void add_ranges(struct json_object *object,
		       const struct kabi_record *record)
{
	struct json_object *list = json_object_new_array();

	for (size_t i = 0; i < record->n_ranges; i++) {
		const struct kabi_range *range = &record->ranges[i];
		struct json_object *entry = json_object_new_object();

		json_object_object_add(entry, "first",
				       kabi_json_integer(range->first));
		json_object_object_add(entry, "last",
				       kabi_json_integer(range->last));
		json_object_object_add(entry, "options",
				       kabi_json_words(range->options,
						       range->n_options));
		json_object_array_add(list, entry);
	}
	json_object_object_add(object, "ranges", list);
}

void kabi_show_json_lines(struct json_object *object,
			  const struct kabi_record *record)
{
	if (record->kind == KABI_KIND_SECTION)
		add_contents(object, record);
	else if (record->kind == KABI_KIND_EXPOSURE)
		add_exposure(object, record);
	else
		add_ranges(object, record);
}
