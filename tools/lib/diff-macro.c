// SPDX-License-Identifier: GPL-2.0-or-later
/* Object-like macros of headers: their values are compiled into consumers. */
#include <limits.h>
#include <string.h>

#include "ctype.h"
#include "diff-constant.h"
#include "write.h"

/* The kernel's own version and build, and what .config says. */
static bool is_skipped(const char *name)
{
	static const char *const prefixes[] = { "CONFIG_",
						"KBUILD_",
						"KERNEL_VERSION",
						"LINUX_COMPILE_",
						"LINUX_VERSION_",
						"UTS_",
						NULL };

	for (size_t i = 0; prefixes[i]; i++) {
		if (!strncmp(name, prefixes[i], strlen(prefixes[i])))
			return true;
	}
	return false;
}

static const struct kabi_record *find(const struct kabi_differ *differ,
				      enum kabi_diff_side side,
				      const char *name)
{
	return kabi_model_find(differ->models[side], KABI_KIND_MACRO, name);
}

/* Made from LINUX_VERSION_CODE: it has its value on both sides. */
static bool is_version_code(const struct kabi_differ *differ,
			    const struct kabi_record *a,
			    const struct kabi_record *b)
{
	const struct kabi_record *old_code =
		find(differ, KABI_OLD, "LINUX_VERSION_CODE");
	const struct kabi_record *new_code =
		find(differ, KABI_NEW, "LINUX_VERSION_CODE");

	return old_code && new_code && !old_code->is_string &&
	       !new_code->is_string && a->value == old_code->value &&
	       b->value == new_code->value;
}

/* The version's text on a side, or NULL. */
static const char *release_of(const struct kabi_differ *differ,
			      enum kabi_diff_side side)
{
	const struct kabi_record *macro = find(differ, side, "UTS_RELEASE");

	if (macro && macro->is_string && macro->string)
		return macro->string;
	return differ->models[side]->release;
}

/* Texts that hold the release and are otherwise equal. */
static bool is_release_text(const struct kabi_differ *differ,
			    const struct kabi_record *a,
			    const struct kabi_record *b)
{
	const char *old_release = release_of(differ, KABI_OLD);
	const char *new_release = release_of(differ, KABI_NEW);
	const char *in_old, *in_new;

	if (!old_release || !new_release || !*old_release || !*new_release)
		return false;
	in_old = strstr(a->string, old_release);
	in_new = strstr(b->string, new_release);
	return in_old && in_new && in_old - a->string == in_new - b->string &&
	       !memcmp(a->string, b->string, in_old - a->string) &&
	       !strcmp(in_old + strlen(old_release),
		       in_new + strlen(new_release));
}

static bool same_macro(struct kabi_differ *differ, const struct kabi_record *a,
		       const struct kabi_record *b)
{
	(void)differ;
	if (a->is_string != b->is_string)
		return false;
	if (!a->is_string)
		return a->value == b->value;
	return a->string_length == b->string_length &&
	       !memcmp(a->string, b->string, a->string_length);
}

static struct kabi_diff_entry *report(struct kabi_differ *differ,
				      enum kabi_verdict verdict,
				      enum kabi_level level,
				      const struct kabi_record *a,
				      const struct kabi_record *b)
{
	const struct kabi_record *records[KABI_SIDES] = { a, b };
	struct kabi_diff_subject subject = {
		.name = kabi_diff_text(differ, "macro %s", (a ? a : b)->name),
		.is_private = kabi_diff_is_private(differ, a, b),
	};
	struct kabi_diff_entry *entry =
		kabi_diff_add(differ, NULL, &subject, verdict, level);

	for (int side = 0; side < KABI_SIDES; side++) {
		kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf value =
			KABI_STRBUF_INIT;

		if (!records[side])
			continue;
		kabi_write_value(&value, records[side]);
		kabi_diff_set(differ, entry, side, records[side], INT_MIN, "%s",
			      value.string);
	}
	return entry;
}

static void compare(struct kabi_differ *differ, void *context,
		    const struct kabi_record *a, const struct kabi_record *b)
{
	(void)context;
	if (same_macro(differ, a, b))
		return;
	if (a->is_string && b->is_string) {
		if (!is_release_text(differ, a, b))
			report(differ, KABI_VERDICT_MACRO_TEXT_CHANGED,
			       KABI_LEVEL_RISK, a, b);
		return;
	}
	if (a->is_string || b->is_string) {
		report(differ, KABI_VERDICT_MACRO_VALUE_CHANGED,
		       KABI_LEVEL_BREAK, a, b);
		return;
	}
	if (!is_version_code(differ, a, b))
		report(differ, KABI_VERDICT_MACRO_VALUE_CHANGED,
		       kabi_diff_sentinel_has(differ, a, b) ? KABI_LEVEL_RISK
							    : KABI_LEVEL_BREAK,
		       a, b);
}

/* It may have become an enumerator; then only its value counts. */
static void report_gone(struct kabi_differ *differ, const struct kabi_record *a,
			bool unknown)
{
	struct kabi_diff_constant constant;
	struct kabi_diff_entry *entry;

	if (a->is_string ||
	    !kabi_diff_constant_find(differ, KABI_NEW, a->name, &constant)) {
		if (!unknown)
			report(differ, KABI_VERDICT_MACRO_REMOVED,
			       KABI_LEVEL_SOURCE, a, NULL)
				->change.new_text =
				kabi_diff_absence_text(differ, KABI_NEW);
		return;
	}
	if (constant.value == a->value)
		return;
	entry = report(differ, KABI_VERDICT_MACRO_VALUE_CHANGED,
		       KABI_LEVEL_BREAK, a, NULL);
	kabi_diff_set(differ, entry, KABI_NEW, constant.record, constant.line,
		      "%s", kabi_diff_value_text(differ, constant.value));
}

static void report_added(struct kabi_differ *differ,
			 const struct kabi_record *b, bool unknown)
{
	struct kabi_diff_constant constant;

	/* What it was in OLD is compared from there. */
	if (unknown)
		return;
	if (b->is_string ||
	    !kabi_diff_constant_find(differ, KABI_OLD, b->name, &constant))
		report(differ, KABI_VERDICT_MACRO_ADDED, KABI_LEVEL_NOTE, NULL,
		       b);
}

/* The next first variant that is to be compared. */
static const struct kabi_record *next_macro(const struct kabi_model *model,
					    size_t *i)
{
	size_t first = model->by_kind[KABI_KIND_MACRO];

	for (; *i < model->by_kind[KABI_KIND_MACRO + 1]; (*i)++) {
		const struct kabi_record *record = model->records[*i];

		if ((*i == first ||
		     model->records[*i - 1]->name != record->name) &&
		    !is_skipped(record->name))
			return record;
	}
	return NULL;
}

/*
 * Preprocessed input has no macros. What is not there may be in such a unit,
 * and then it is neither gone nor new.
 */
static bool lacks_macros(const struct kabi_model *model)
{
	for (size_t i = model->by_kind[KABI_KIND_UNIT];
	     i < model->by_kind[KABI_KIND_UNIT + 1]; i++) {
		if (model->records[i]->no_macros)
			return true;
	}
	return false;
}

void kabi_diff_macros(struct kabi_differ *differ)
{
	const struct kabi_model *const *models = differ->models;
	size_t i = models[KABI_OLD]->by_kind[KABI_KIND_MACRO];
	size_t j = models[KABI_NEW]->by_kind[KABI_KIND_MACRO];

	bool lacks[KABI_SIDES] = { lacks_macros(models[KABI_OLD]),
				   lacks_macros(models[KABI_NEW]) };
	bool preprocessed = lacks[KABI_OLD] || lacks[KABI_NEW];

	for (int side = 0; side < KABI_SIDES; side++)
		lacks[side] |= differ->absence[side] ==
			       KABI_ABSENCE_MEANS_NOTHING;
	if (preprocessed)
		kabi_diff_remark(differ,
				 "macros that only one side has, since units "
				 "were compiled from preprocessed input");
	for (;;) {
		const struct kabi_record *a = next_macro(models[KABI_OLD], &i);
		const struct kabi_record *b = next_macro(models[KABI_NEW], &j);
		int order;

		if (!a && !b)
			break;
		order = !a ? 1 : !b ? -1 : strcmp(a->name, b->name);
		if (order < 0)
			report_gone(differ,
				    kabi_diff_seen_variant(models[KABI_OLD], a),
				    lacks[KABI_NEW]);
		else if (order > 0)
			report_added(differ,
				     kabi_diff_seen_variant(models[KABI_NEW],
							    b),
				     lacks[KABI_OLD]);
		else
			kabi_diff_variants(differ, a, b, same_macro, compare,
					   NULL);
		i += order <= 0;
		j += order >= 0;
	}
}
