// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * How single functions are compiled otherwise than the rest of their files. A
 * caller notices none of it, as a rule.
 */
#include <limits.h>
#include <string.h>

#include "differ.h"
#include "strbuf.h"

/*
 * These decide how the function is entered, by a caller, a jump or a tracer,
 * or with which registers: all others only how its code is.
 */
static const char *const of_entry[] = {
	"cf_check",
	"fentry_name",
	"fentry_section",
	"force_align_arg_pointer",
	"hotpatch",
	"indirect_return",
	"ms_hook_prologue",
	"naked",
	"nocf_check",
	"patchable_function_entry",
	"target",
	"target_clones",
	NULL,
};

static bool is_of_entry(const char *attribute)
{
	size_t length = strcspn(attribute, "=");

	for (size_t i = 0; of_entry[i]; i++) {
		if (strlen(of_entry[i]) == length &&
		    !memcmp(of_entry[i], attribute, length))
			return true;
	}
	return false;
}

static bool has(const struct kabi_record *record, const char *attribute)
{
	for (size_t i = 0; i < record->n_attributes; i++) {
		if (!strcmp(record->attributes[i], attribute))
			return true;
	}
	return false;
}

/* Does one have an attribute of entry that the other has not? */
static bool enters_otherwise(const struct kabi_record *a,
			     const struct kabi_record *b)
{
	for (size_t i = 0; i < a->n_attributes; i++) {
		if (is_of_entry(a->attributes[i]) && !has(b, a->attributes[i]))
			return true;
	}
	return false;
}

bool kabi_diff_same_deviations(const struct kabi_record *a,
			       const struct kabi_record *b)
{
	if (a->n_attributes != b->n_attributes)
		return false;
	for (size_t i = 0; i < a->n_attributes; i++) {
		if (strcmp(a->attributes[i], b->attributes[i]) != 0)
			return false;
	}
	return true;
}

static void set_list(struct kabi_differ *differ, struct kabi_diff_entry *entry,
		     enum kabi_diff_side side, const struct kabi_record *record)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf list =
		KABI_STRBUF_INIT;

	for (size_t i = 0; i < record->n_attributes; i++)
		kabi_strbuf_add_format(&list, "%s%s", i ? " " : "",
				       record->attributes[i]);
	kabi_diff_set(differ, entry, side, record, INT_MIN, "%s",
		      list.length ? list.string : "none");
}

void kabi_diff_deviations(struct kabi_differ *differ,
			  const struct kabi_diff_subject *subject)
{
	const struct kabi_record *a = subject->records[KABI_OLD];
	const struct kabi_record *b = subject->records[KABI_NEW];
	enum kabi_level level = KABI_LEVEL_NOTE;
	struct kabi_diff_entry *entry;

	/* A declaration tells nothing of how the function is compiled. */
	if (a->role != KABI_ROLE_DEFINITION ||
	    b->role != KABI_ROLE_DEFINITION || kabi_diff_same_deviations(a, b))
		return;
	/* Nobody enters an inline function from outside. */
	if (!subject->is_source &&
	    (enters_otherwise(a, b) || enters_otherwise(b, a)))
		level = KABI_LEVEL_RISK;
	entry = kabi_diff_add(differ, NULL, subject,
			      KABI_VERDICT_FUNCTION_ATTRIBUTE_CHANGED, level);
	set_list(differ, entry, KABI_OLD, a);
	set_list(differ, entry, KABI_NEW, b);
}
