// SPDX-License-Identifier: GPL-2.0-or-later
/* What is known of prebuilt objects; see prebuilt.h. */
#include "prebuilt.h"

#include <string.h>

static int compare_strings(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool kabi_prebuilt_has(const struct kabi_prebuilt_names *names,
		       const char *name)
{
	return names->n && bsearch(&name, names->list, names->n,
				   sizeof(*names->list), compare_strings);
}

void kabi_prebuilt_deinit(struct kabi_prebuilt *prebuilt)
{
	kabi_imports_deinit(&prebuilt->imports);
	free(prebuilt->sections.list);
	free(prebuilt->bare.list);
	free(prebuilt->namespaces.list);
	kabi_arena_deinit(&prebuilt->arena);
}

bool kabi_prebuilt_is_gpl(const struct kabi_prebuilt *prebuilt)
{
	static const char *const licenses[] = {
		"GPL",		"GPL v2",	"GPL and additional rights",
		"Dual BSD/GPL", "Dual MIT/GPL", "Dual MPL/GPL",
	};

	if (!prebuilt->license)
		return true;
	for (size_t i = 0; i < sizeof(licenses) / sizeof(*licenses); i++) {
		if (!strcmp(prebuilt->license, licenses[i]))
			return true;
	}
	return false;
}
