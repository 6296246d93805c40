// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What prebuilt objects give to the kernel: their functions and variables,
 * which the kernel's own code calls as its headers say, and those that the
 * kernel would have from the same source file.
 */
#include <limits.h>
#include <string.h>

#include "ctype.h"
#include "differ.h"

/* A definition of the objects', or NULL. */
static const struct kabi_record *definition(const struct kabi_model *model,
					    enum kabi_kind kind,
					    const char *name)
{
	const struct kabi_record *record = kabi_model_find(model, kind, name);

	while (record && record->role != KABI_ROLE_DEFINITION)
		record = record->next_variant;
	return record;
}

static struct kabi_diff_subject subject_of(struct kabi_differ *differ,
					   const struct kabi_record *old_record,
					   const struct kabi_record *new_record)
{
	const struct kabi_record *any = old_record ? old_record : new_record;

	return (struct kabi_diff_subject){
		.name = kabi_diff_text(differ, "%s %s",
				       kabi_kind_name(any->kind), any->name),
		.path = any->name,
		.records = { old_record, new_record },
	};
}

/* Modules do not know of each other: it is the one of the same file, if any. */
static const struct kabi_record *counterpart(const struct kabi_model *model,
					     const struct kabi_record *record)
{
	const struct kabi_record *first =
		kabi_model_find(model, record->kind, record->name);

	for (const struct kabi_record *other = first; other;
	     other = other->next_variant) {
		if (kabi_diff_same_string(other->file, record->file))
			return other;
	}
	return first;
}

static void compare(struct kabi_differ *differ,
		    const struct kabi_record *record)
{
	const struct kabi_record *other =
		counterpart(differ->models[KABI_NEW], record);
	struct kabi_diff_subject subject;

	if (!other || other->hidden)
		return;
	subject = subject_of(differ, record, other);
	if (record->kind == KABI_KIND_FUNCTION)
		kabi_diff_signature(differ, &subject);
	else
		kabi_diff_variable(differ, &subject);
}

/* NEW has it from a file of which the objects are. */
static void report_missing(struct kabi_differ *differ,
			   const struct kabi_record *record)
{
	struct kabi_diff_subject subject = subject_of(differ, NULL, record);
	kabi_cleanup(kabi_free_cleanup) char *type =
		kabi_ctype_name(record->type);
	struct kabi_diff_entry *entry =
		kabi_diff_add(differ, NULL, &subject,
			      KABI_VERDICT_SYMBOL_REMOVED, KABI_LEVEL_BREAK);

	kabi_diff_set(differ, entry, KABI_OLD, NULL, INT_MIN, "not defined");
	kabi_diff_set(differ, entry, KABI_NEW, record, INT_MIN, "%s", type);
}

static bool is_of_objects(const struct kabi_model *model,
			  const struct kabi_record *record)
{
	return record->file &&
	       kabi_model_find(model, KABI_KIND_UNIT, record->file) &&
	       !definition(model, record->kind, record->name);
}

static bool has_tables(const struct kabi_prebuilt_names *sections)
{
	static const char prefix[] = KABI_SECTION_EXPORT_TABLES;

	for (size_t i = 0; i < sections->n; i++) {
		if (!strncmp(sections->list[i], prefix, strlen(prefix)))
			return true;
	}
	return false;
}

/*
 * Exports of an object are found by modpost where it looks for them. An entry
 * in a table that it did not make has no CRC beside it, so that all behind it
 * have that of another symbol. A linked module has tables whatever its objects
 * had.
 */
static void compare_exports(struct kabi_differ *differ)
{
	static const char *const names[] = { KABI_SECTION_EXPORT_TABLES,
					     KABI_SECTION_EXPORT_LABELS };
	const struct kabi_prebuilt *prebuilt = differ->options->prebuilt;
	bool by_label = kabi_prebuilt_has(&prebuilt->sections,
					  KABI_SECTION_EXPORT_LABELS);
	bool wants_labels = kabi_model_find(differ->models[KABI_NEW],
					    KABI_KIND_SECTION,
					    KABI_SECTION_EXPORT_LABELS);
	struct kabi_diff_subject subject = {
		.name = kabi_diff_text(differ, "section %s", names[by_label]),
	};
	struct kabi_diff_entry *entry;

	if (prebuilt->release || by_label == wants_labels ||
	    (!by_label && !has_tables(&prebuilt->sections)))
		return;
	entry = kabi_diff_add(differ, NULL, &subject,
			      KABI_VERDICT_SECTION_REMOVED, KABI_LEVEL_BREAK);
	kabi_diff_set(differ, entry, KABI_OLD, NULL, INT_MIN, "exports in %s",
		      names[by_label]);
	kabi_diff_set(differ, entry, KABI_NEW, NULL, INT_MIN, "exports in %s",
		      names[!by_label]);
}

void kabi_diff_provided(struct kabi_differ *differ)
{
	static const enum kabi_kind kinds[] = { KABI_KIND_FUNCTION,
						KABI_KIND_VARIABLE };

	compare_exports(differ);
	for (size_t k = 0; k < sizeof(kinds) / sizeof(*kinds); k++) {
		for (int side = 0; side < KABI_SIDES; side++) {
			const struct kabi_model *model = differ->models[side];

			for (size_t i = model->by_kind[kinds[k]];
			     i < model->by_kind[kinds[k] + 1]; i++) {
				const struct kabi_record *record =
					model->records[i];

				if (record->role != KABI_ROLE_DEFINITION ||
				    record->weak)
					continue;
				if (side == KABI_OLD)
					compare(differ, record);
				else if (is_of_objects(differ->models[KABI_OLD],
						       record))
					report_missing(differ, record);
			}
		}
	}
}
