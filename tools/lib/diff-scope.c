// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What is not recorded need not be gone: a header that no unit includes any more
 * has no records, and with scope=used neither have macros and inline functions
 * that nothing uses.
 */
#include "differ.h"

#include <string.h>

static void look_at_units(const struct kabi_model *model, bool *ret_all,
			  bool *ret_used)
{
	*ret_all = *ret_used = false;
	for (size_t i = model->by_kind[KABI_KIND_UNIT];
	     i < model->by_kind[KABI_KIND_UNIT + 1]; i++) {
		const char *scope = model->records[i]->scope;

		*ret_all |= scope && !strcmp(scope, "all");
		*ret_used |= scope && !strcmp(scope, "used");
	}
}

void kabi_diff_scopes(struct kabi_differ *differ)
{
	bool all[KABI_SIDES], used[KABI_SIDES];

	for (int side = 0; side < KABI_SIDES; side++)
		look_at_units(differ->models[side], &all[side], &used[side]);
	for (int side = 0; side < KABI_SIDES; side++) {
		bool is_kernel =
			differ->models[side]->origin == KABI_ORIGIN_BUILD;

		if (used[side] && all[!side])
			differ->absence[side] = KABI_ABSENCE_MEANS_NOTHING;
		else if (used[side] && is_kernel)
			differ->absence[side] = KABI_ABSENCE_IS_UNSURE;
	}
	if (differ->absence[KABI_OLD] == KABI_ABSENCE_MEANS_NOTHING)
		kabi_diff_remark(differ,
				 "enums, macros and inline functions that only "
				 "NEW has, since OLD was compiled with "
				 "scope=used and NEW with scope=all");
	if (differ->absence[KABI_NEW] == KABI_ABSENCE_MEANS_NOTHING)
		kabi_diff_remark(differ,
				 "enums, macros and inline functions that only "
				 "OLD has, since NEW was compiled with "
				 "scope=used and OLD with scope=all");
}

/* Does any unit include it, as far as records tell that no input leaves out? */
static bool has_header(const struct kabi_model *model, const char *file)
{
	for (size_t i = 0; i < model->n_records; i++) {
		const struct kabi_record *record = model->records[i];

		switch (record->kind) {
		case KABI_KIND_STRUCT:
		case KABI_KIND_UNION:
		case KABI_KIND_ENUM:
		case KABI_KIND_TYPEDEF:
			if (record->file && !strcmp(record->file, file))
				return true;
			break;
		case KABI_KIND_CONDITIONS:
			if (!strcmp(record->name, file))
				return true;
			break;
		default:
			break;
		}
	}
	return false;
}

bool kabi_diff_is_unsure(const struct kabi_differ *differ,
			 enum kabi_diff_side side,
			 const struct kabi_record *record)
{
	return differ->absence[side] == KABI_ABSENCE_IS_UNSURE &&
	       record->file && !has_header(differ->models[side], record->file);
}
