// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Which record of OLD is the one that a consumer was compiled with: the variant
 * that says the same, wherever it stands.
 */
#include <string.h>

#include "consumers.h"
#include "record-text.h"
#include "write.h"

/* Of one name; no kernel comes near. Beyond it all of OLD's may be it. */
#define MAX_COMPARISONS (1 << 16)

/* What it says, without places and without who else has it. */
static void add_shape(struct kabi_strbuf *buf, const struct kabi_record *record)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;
	struct kabi_record alone = *record;
	struct kabi_record_text parts;

	alone.units_total = 0;
	alone.n_units = 0;
	kabi_write_record(&text, &alone);
	if (kabi_record_text_split(text.string, text.length, &parts))
		kabi_record_text_shape(buf, &parts);
}

static bool same_shape(const struct kabi_strbuf *shape,
		       const struct kabi_record *record)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf other =
		KABI_STRBUF_INIT;

	add_shape(&other, record);
	return shape->length == other.length &&
	       !memcmp(shape->string, other.string, other.length);
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/*
 * Could they be one definition that changed in between? Folders do not tell:
 * the two need not have been compiled in one place.
 */
static bool may_be_same(const struct kabi_record *a,
			const struct kabi_record *b)
{
	return !a->file || !b->file ||
	       !strcmp(base_name(a->file), base_name(b->file));
}

/* It stands in a source file, and not in a header, of the consumer. */
static bool is_own(const struct kabi_model *model,
		   const struct kabi_record *record)
{
	return record->file &&
	       kabi_model_find(model, KABI_KIND_UNIT, record->file);
}

bool kabi_consumer_match(const struct kabi_consumer_reading *reading,
			 const struct kabi_record *record,
			 void (*found)(void *context,
				       const struct kabi_record *old_record),
			 void *context)
{
	const struct kabi_record *first =
		kabi_model_find(reading->old_model, record->kind, record->name);
	unsigned int left = MAX_COMPARISONS;
	bool strange = false;

	for (; first && record && left; record = record->next_variant) {
		kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf shape =
			KABI_STRBUF_INIT;
		bool same = false;

		if (is_own(reading->model, record))
			continue;
		add_shape(&shape, record);
		for (const struct kabi_record *old = first; old && left;
		     old = old->next_variant, left--) {
			if (!same_shape(&shape, old))
				continue;
			found(context, old);
			same = true;
		}
		for (const struct kabi_record *old = first; !same && old;
		     old = old->next_variant) {
			if (left && !may_be_same(record, old))
				continue;
			found(context, old);
			strange = true;
		}
	}
	return !strange;
}
