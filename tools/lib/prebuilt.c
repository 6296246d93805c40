// SPDX-License-Identifier: GPL-2.0-or-later
/* What is known of prebuilt objects; see prebuilt.h. */
#include "prebuilt.h"

#include <string.h>

static int compare_strings(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void kabi_prebuilt_add(struct kabi_prebuilt_names *names, const char *name)
{
	kabi_array_reserve(&names->list, names->n, &names->room,
			   sizeof(*names->list));
	names->list[names->n++] = name;
}

void kabi_prebuilt_settle(struct kabi_prebuilt_names *names)
{
	size_t n = 0;

	if (names->n)
		qsort(names->list, names->n, sizeof(*names->list),
		      compare_strings);
	for (size_t i = 0; i < names->n; i++) {
		if (!n || strcmp(names->list[n - 1], names->list[i]) != 0)
			names->list[n++] = names->list[i];
	}
	names->n = n;
}

bool kabi_prebuilt_has(const struct kabi_prebuilt_names *names,
		       const char *name)
{
	return names->n && bsearch(&name, names->list, names->n,
				   sizeof(*names->list), compare_strings);
}

void kabi_prebuilt_redefine(struct kabi_prebuilt *prebuilt, const char *symbol)
{
	kabi_prebuilt_add(&prebuilt->redefined,
			  kabi_arena_strndup(&prebuilt->arena, symbol,
					     strlen(symbol)));
	kabi_prebuilt_settle(&prebuilt->redefined);
}

void kabi_prebuilt_deinit(struct kabi_prebuilt *prebuilt)
{
	free(prebuilt->redefined.list);
	kabi_imports_deinit(&prebuilt->imports);
	free(prebuilt->sections.list);
	free(prebuilt->bare.list);
	free(prebuilt->namespaces.list);
	kabi_versions_deinit(&prebuilt->versions);
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
