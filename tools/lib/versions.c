// SPDX-License-Identifier: GPL-2.0-or-later
/* Versions of symbols, of a kernel; see versions.h. */
#include "versions.h"

#include <string.h>

#include "exports.h"

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

struct kabi_error *kabi_versions_read_symvers(struct kabi_versions *versions,
					      const char *path)
{
	kabi_cleanup(kabi_exports_deinit) struct kabi_exports exports = { 0 };
	struct kabi_error *error = kabi_exports_read_symvers(&exports, path, 0);

	for (size_t i = 0; i < exports.count && !error; i++) {
		const struct kabi_export *export = &exports.list[i];

		if (export->crc)
			kabi_versions_add(versions, export->name,
					  strlen(export->name), export->crc);
	}
	kabi_versions_settle(versions);
	return error;
}
