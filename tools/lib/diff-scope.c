// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * What is not recorded need not be gone: with scope=used the plugin records
 * what the code of a unit uses, and the last user may be what went.
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

static void tell_side(struct kabi_differ *differ, enum kabi_diff_side side)
{
	static const char *const names[KABI_SIDES] = { "OLD", "NEW" };

	kabi_diff_remark(
		differ,
		kabi_diff_text(differ,
			       "enums, macros and inline functions that only "
			       "%s has, since %s was compiled with scope=used "
			       "and %s with scope=all",
			       names[!side], names[side], names[!side]));
}

void kabi_diff_scopes(struct kabi_differ *differ)
{
	bool all[KABI_SIDES], used[KABI_SIDES];

	for (int side = 0; side < KABI_SIDES; side++)
		look_at_units(differ->models[side], &all[side], &used[side]);
	for (int side = 0; side < KABI_SIDES; side++) {
		bool is_kernel = differ->models[side]->origin ==
				 KABI_ORIGIN_BUILD;

		if (used[side] && !all[side] && all[!side]) {
			differ->absence[side] = KABI_ABSENCE_MEANS_NOTHING;
			tell_side(differ, side);
		} else if (used[side] && is_kernel) {
			differ->absence[side] = KABI_ABSENCE_IS_UNSURE;
		}
	}
}

const char *kabi_diff_absence_text(const struct kabi_differ *differ,
				   enum kabi_diff_side side)
{
	return differ->absence[side] == KABI_ABSENCE_IS_UNSURE
		       ? "gone, or not used any more"
		       : NULL;
}
