// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What a build offers beside the symbols of its source: sections that linker
 * scripts and loaders know by name, and functions that the compiler calls of
 * itself.
 */
#include <limits.h>
#include <string.h>

#include "differ.h"
#include "strbuf.h"
#include "words.h"

static struct kabi_diff_entry *report(struct kabi_differ *differ,
				      const struct kabi_record *record,
				      enum kabi_verdict verdict)
{
	struct kabi_diff_subject subject = {
		.name = kabi_diff_text(differ, "%s %s",
				       kabi_kind_name(record->kind),
				       record->name),
	};

	return kabi_diff_add(differ, NULL, &subject, verdict,
			     kabi_verdict_level(verdict));
}

/*
 * Every export has one, and one more for its CRC with MODVERSIONS: in all
 * objects until Linux 6.3, in modules to this day. What is exported is told.
 */
static bool is_export(const char *section)
{
	return !strncmp(section, KABI_SECTION_EXPORT_TABLES,
			strlen(KABI_SECTION_EXPORT_TABLES)) ||
	       !strncmp(section, "___kcrctab", strlen("___kcrctab"));
}

/* What another checker reads and the linker drops (gendwarfksyms). */
static bool is_for_checker(const char *section)
{
	static const char prefix[] = ".discard.gendwarfksyms";

	return !strncmp(section, prefix, strlen(prefix));
}

/*
 * Of prebuilt objects: how they note exports is compared in diff-provided.c,
 * and what modpost adds to a linked module (scripts/mod/modpost.c), from the
 * kernel that it is linked for, in diff-module.c.
 */
static bool is_compared_elsewhere(const char *section)
{
	static const char *const names[] = { KABI_SECTION_EXPORT_LABELS,
					     "__ksymtab_strings",
					     ".gnu.linkonce.this_module",
					     ".modinfo",
					     "__version_ext_crcs",
					     "__version_ext_names",
					     "__versions" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (!strcmp(section, names[i]))
			return true;
	}
	return false;
}

static void report_section(struct kabi_differ *differ, enum kabi_diff_side side,
			   const struct kabi_record *record)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf words =
		KABI_STRBUF_INIT;
	const struct kabi_prebuilt *prebuilt = differ->options->prebuilt;
	struct kabi_diff_entry *entry;

	if (is_export(record->name) || is_for_checker(record->name))
		return;
	/* What takes no place in memory no linker script has to place. */
	if (prebuilt &&
	    (!kabi_prebuilt_has(&prebuilt->sections, record->name) ||
	     is_compared_elsewhere(record->name)))
		return;
	for (size_t i = 0; kabi_contents_words[i]; i++) {
		if (record->contents & 1u << i)
			kabi_strbuf_add_format(&words, "%s%s",
					       words.length ? " " : "",
					       kabi_contents_words[i]);
	}
	entry = report(differ, record,
		       side == KABI_OLD ? KABI_VERDICT_SECTION_REMOVED
					: KABI_VERDICT_SECTION_ADDED);
	kabi_diff_set(differ, entry, side, record, INT_MIN, "%s",
		      words.length ? words.string : "empty");
}

/* Calls back for what only that side has. */
static void for_each_alone(struct kabi_differ *differ, enum kabi_kind kind,
			   enum kabi_diff_side side,
			   void (*visit)(struct kabi_differ *differ,
					 enum kabi_diff_side side,
					 const struct kabi_record *record))
{
	const struct kabi_model *model = differ->models[side];
	const struct kabi_model *other =
		differ->models[side == KABI_OLD ? KABI_NEW : KABI_OLD];

	for (size_t i = model->by_kind[kind]; i < model->by_kind[kind + 1];
	     i++) {
		const struct kabi_record *record = model->records[i];

		if (!kabi_model_find(other, kind, record->name))
			visit(differ, side, record);
	}
}

void kabi_diff_sections(struct kabi_differ *differ)
{
	for (int side = 0; side < KABI_SIDES; side++)
		for_each_alone(differ, KABI_KIND_SECTION, side, report_section);
}

static bool defines(const struct kabi_model *model, enum kabi_kind kind,
		    const char *name)
{
	const struct kabi_record *record = kabi_model_find(model, kind, name);

	for (; record; record = record->next_variant)
		if (record->role == KABI_ROLE_DEFINITION)
			return true;
	return false;
}

/* Can an object that calls it be linked with, or loaded into, that side? */
static bool provides(const struct kabi_model *model, const char *name)
{
	return kabi_model_find(model, KABI_KIND_EXPORT, name) ||
	       defines(model, KABI_KIND_FUNCTION, name) ||
	       defines(model, KABI_KIND_VARIABLE, name);
}

/* OLD's objects call it, NEW may call it too: that does not help them. */
static bool is_missing(struct kabi_differ *differ,
		       const struct kabi_record *call)
{
	if (differ->options->prebuilt)
		return kabi_model_find(differ->models[KABI_OLD],
				       KABI_KIND_EXPORT, call->name) &&
		       !kabi_diff_is_provided(differ, call->name) &&
		       kabi_diff_offer(differ, call->name) != KABI_OFFER_GIVEN;
	return provides(differ->models[KABI_OLD], call->name) &&
	       !provides(differ->models[KABI_NEW], call->name);
}

static void report_call(struct kabi_differ *differ, enum kabi_diff_side side,
			const struct kabi_record *record)
{
	if (side == KABI_NEW)
		report(differ, record, KABI_VERDICT_HIDDEN_CALL_ADDED);
	else if (!is_missing(differ, record))
		report(differ, record, KABI_VERDICT_HIDDEN_CALL_REMOVED);
}

void kabi_diff_calls(struct kabi_differ *differ)
{
	const struct kabi_model *old_model = differ->models[KABI_OLD];
	size_t end = old_model->by_kind[KABI_KIND_CALL + 1];

	for (size_t i = old_model->by_kind[KABI_KIND_CALL]; i < end; i++) {
		const struct kabi_record *call = old_model->records[i];
		struct kabi_diff_entry *entry;

		if (!is_missing(differ, call))
			continue;
		entry = report(differ, call, KABI_VERDICT_HIDDEN_CALL_MISSING);
		kabi_diff_set(differ, entry, KABI_OLD, NULL, INT_MIN,
			      "provided");
		kabi_diff_set(differ, entry, KABI_NEW, NULL, INT_MIN,
			      "not provided");
		kabi_diff_add_symbol(differ, entry, call->name);
	}
	/* What they call no more is no matter to objects that are made. */
	for (int side = 0; !differ->options->prebuilt && side < KABI_SIDES;
	     side++)
		for_each_alone(differ, KABI_KIND_CALL, side, report_call);
}
