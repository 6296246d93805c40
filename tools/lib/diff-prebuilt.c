// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Prebuilt objects beside a kernel: what an object needs is not what another
 * kernel has otherwise. Its code is made, so that options which only change
 * code are nothing to it; and what guards or watches it has is its own matter,
 * as long as the kernel offers what these call. docs/verdicts.md, "Re-use".
 */
#include <string.h>

#include "differ.h"
#include "prebuilt.h"

/* The words by which GCC says that there is none of it. */
static bool is_off(const char *value)
{
	return !strcmp(value, "no") || !strcmp(value, "none") ||
	       !strcmp(value, "keep") || !strcmp(value, "0") ||
	       !strcmp(value, "0,0");
}

/* "branch" or "full" of x86's cf-protection, "bti" of arm64's. */
static bool marks_landings(const char *value)
{
	return strstr(value, "branch") || strstr(value, "full") ||
	       strstr(value, "bti") || strstr(value, "standard");
}

static bool calls(const struct kabi_differ *differ, const char *prefix)
{
	const struct kabi_imports *imports =
		&differ->options->prebuilt->imports;

	for (size_t i = 0; i < imports->n; i++) {
		if (!strncmp(imports->names[i], prefix, strlen(prefix)))
			return true;
	}
	return false;
}

enum kabi_diff_level
kabi_diff_prebuilt_setting(const struct kabi_differ *differ,
			   enum kabi_setting_need need, const char *has,
			   const char *wanted)
{
	bool lacks = is_off(has) && !is_off(wanted);

	switch (need) {
	case KABI_NEED_GUARD:
		return calls(differ, "__stack_chk_fail") ? KABI_DIFF_BREAK
							 : KABI_DIFF_SAME;
	case KABI_NEED_SHADOW:
		return calls(differ, "__asan_") || calls(differ, "__hwasan_")
			       ? KABI_DIFF_BREAK
			       : KABI_DIFF_SAME;
	case KABI_NEED_LANDING:
		return marks_landings(wanted) && !marks_landings(has)
			       ? KABI_DIFF_BREAK
			       : KABI_DIFF_SAME;
	case KABI_NEED_PROTECTION:
	case KABI_NEED_PADDING:
		return lacks ? KABI_DIFF_RISK : KABI_DIFF_SAME;
	case KABI_NEED_SIGN:
		return KABI_DIFF_RISK;
	case KABI_NEED_NOTHING:
		return KABI_DIFF_SAME;
	case KABI_NEED_SAME:
		break;
	}
	return KABI_DIFF_BREAK;
}

static bool has_code(const struct kabi_prebuilt *prebuilt)
{
	const struct kabi_prebuilt_names *sections = &prebuilt->sections;

	for (size_t i = 0; i < sections->n; i++) {
		if (strstr(sections->list[i], ".text"))
			return true;
	}
	return false;
}

/*
 * Stacks are walked by tables that objtool writes into each object, or by frame
 * pointers, which code has then that is compiled with them. Where an object has
 * the other one, a trace through it ends or is wrong.
 */
void kabi_diff_prebuilt_unwinder(struct kabi_differ *differ)
{
	static const char *const words[] = { "no ORC", "ORC" };
	const struct kabi_prebuilt *prebuilt = differ->options->prebuilt;
	const struct kabi_record *orc = kabi_model_find(
		differ->models[KABI_NEW], KABI_KIND_CONFIG, KABI_OPTION_ORC);
	bool has = kabi_prebuilt_has(&prebuilt->sections, ".orc_unwind");

	if (orc && has_code(prebuilt) && has == orc->is_unset)
		kabi_diff_report_setting(differ, "unwinder",
					 KABI_VERDICT_SETTING_CHANGED,
					 KABI_LEVEL_RISK, words[has],
					 words[!has]);
}

void kabi_diff_prebuilt_limit(struct kabi_change *change)
{
	if (!strcmp(change->subject, "struct orc_entry") &&
	    change->level > KABI_LEVEL_RISK)
		change->level = KABI_LEVEL_RISK;
}

static bool has_role(const struct kabi_model *model, enum kabi_kind kind,
		     const char *name)
{
	const struct kabi_record *record = kabi_model_find(model, kind, name);

	for (; record; record = record->next_variant) {
		if (record->role == KABI_ROLE_DEFINITION || !record->weak)
			return true;
	}
	return false;
}

/*
 * A kernel that was linked has what its own code refers to, wherever that comes
 * from: assembly and linker scripts leave no other trace in a baseline.
 */
static bool is_defined(const struct kabi_model *model, const char *name)
{
	return has_role(model, KABI_KIND_FUNCTION, name) ||
	       has_role(model, KABI_KIND_VARIABLE, name) ||
	       kabi_model_find(model, KABI_KIND_CALL, name);
}

/* The linker makes it (the processors' psABI), or nothing needs it. */
static bool is_of_linker(const char *symbol)
{
	return !strcmp(symbol, "_GLOBAL_OFFSET_TABLE_");
}

enum kabi_offer kabi_diff_offer(const struct kabi_differ *differ,
				const char *symbol)
{
	const struct kabi_model *model = differ->models[KABI_NEW];

	if (is_of_linker(symbol) ||
	    kabi_model_find(model, KABI_KIND_EXPORT, symbol))
		return KABI_OFFER_GIVEN;
	if (!is_defined(model, symbol))
		return KABI_OFFER_NONE;
	return differ->options->prebuilt->is_module ? KABI_OFFER_INTERNAL
						    : KABI_OFFER_GIVEN;
}

bool kabi_diff_is_provided(const struct kabi_differ *differ, const char *symbol)
{
	const struct kabi_prebuilt *prebuilt = differ->options->prebuilt;

	/* THIS_MODULE of a module is made together with it (modpost). */
	if (prebuilt->is_module && !strcmp(symbol, "__this_module"))
		return true;
	return kabi_prebuilt_has(&prebuilt->redefined, symbol);
}
