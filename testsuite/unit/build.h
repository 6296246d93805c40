/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Models from texts, for tests of what is done with models. */
#ifndef KABI_UNIT_BUILD_H
#define KABI_UNIT_BUILD_H

#include "model.h"
#include "strbuf.h"
#include "tap.h"
#include "write.h"

/* Of records that are well-formed; not finished. */
static inline struct kabi_model *build_unfinished(const char *const *records,
						  size_t n_records)
{
	struct kabi_model *model = kabi_model_create();
	size_t i;

	for (i = 0; i < n_records; i++) {
		struct kabi_error *error = kabi_model_add(
			model, records[i], strlen(records[i]), NULL);

		if (error) {
			tap_ok(false, "%s", error->message);
			kabi_error_destroy(error);
		}
	}
	return model;
}

static inline struct kabi_model *build_model(const char *const *records,
					     size_t n_records)
{
	struct kabi_model *model = build_unfinished(records, n_records);
	struct kabi_error *error = kabi_model_finish(model);

	if (error) {
		tap_ok(false, "%s", error->message);
		kabi_error_destroy(error);
	}
	return model;
}

#define BUILD_COUNT(array) (sizeof(array) / sizeof(*(array)))

/* The text of a record; the caller frees it. */
static inline char *build_text(const struct kabi_record *record)
{
	struct kabi_strbuf buf = KABI_STRBUF_INIT;

	if (record)
		kabi_write_record(&buf, record);
	return kabi_strbuf_steal(&buf);
}

#endif /* KABI_UNIT_BUILD_H */
