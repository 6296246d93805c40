// SPDX-License-Identifier: GPL-2.0-or-later
/* A list of versions of symbols; see versions.h. */
#include "versions.h"

#include <string.h>

void kabi_versions_deinit(struct kabi_versions *versions)
{
	kabi_arena_deinit(&versions->arena);
	free(versions->list);
}

void kabi_versions_add(struct kabi_versions *versions, const char *name,
		       size_t length, uint32_t crc)
{
	kabi_array_reserve(&versions->list, versions->n, &versions->room,
			   sizeof(*versions->list));
	versions->list[versions->n++] = (struct kabi_version){
		.name = kabi_arena_strndup(&versions->arena, name, length),
		.crc = crc,
	};
}

static int compare_names(const void *a, const void *b)
{
	const struct kabi_version *x = a, *y = b;

	return strcmp(x->name, y->name);
}

/* For the same result wherever they come from. */
static int compare_versions(const void *a, const void *b)
{
	const struct kabi_version *x = a, *y = b;
	int order = compare_names(a, b);

	return order ? order : (x->crc > y->crc) - (x->crc < y->crc);
}

void kabi_versions_settle(struct kabi_versions *versions)
{
	struct kabi_version *list = versions->list;
	size_t n = 0;

	if (versions->n)
		qsort(list, versions->n, sizeof(*list), compare_versions);
	for (size_t i = 0; i < versions->n; i++) {
		if (!n || compare_versions(&list[n - 1], &list[i]) != 0)
			list[n++] = list[i];
	}
	versions->n = n;
}

const struct kabi_version *
kabi_versions_find(const struct kabi_versions *versions, const char *name)
{
	const struct kabi_version key = { .name = name };

	return versions->n ? bsearch(&key, versions->list, versions->n,
				     sizeof(key), compare_names)
			   : NULL;
}
