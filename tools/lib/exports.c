// SPDX-License-Identifier: GPL-2.0-or-later
/* The list of exports, and what is made of contradictions; see exports.h. */
#include "exports.h"

#include <string.h>

#include "alloc.h"

bool kabi_export_name_valid(const char *name)
{
	const unsigned char *p = (const unsigned char *)name;

	for (; *p; p++)
		if (*p <= ' ' || *p == '=' || *p == 0x7f)
			return false;
	return *name;
}

void kabi_exports_deinit(struct kabi_exports *exports)
{
	kabi_arena_deinit(&exports->arena);
	free(exports->list);
	free(exports->indexed);
	*exports = (struct kabi_exports){ 0 };
}

static const char *copy(struct kabi_exports *exports, const char *string)
{
	if (!string || !*string)
		return NULL;
	return kabi_arena_strndup(&exports->arena, string, strlen(string));
}

void kabi_exports_add(struct kabi_exports *exports,
		      const struct kabi_export *export)
{
	kabi_array_reserve(&exports->list, exports->count, &exports->room,
			   sizeof(*exports->list));

	struct kabi_export *own = &exports->list[exports->count++];

	*own = *export;
	own->name = copy(exports, export->name);
	own->module = copy(exports, export->module);
	own->ns = copy(exports, export->ns);
	own->file = copy(exports, export->file);
}

void kabi_exports_append(struct kabi_exports *exports,
			 const struct kabi_exports *from)
{
	for (size_t i = 0; i < from->count; i++)
		kabi_exports_add(exports, &from->list[i]);
	exports->has_table |= from->has_table;
}

static int compare_strings(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "");
}

/* vmlinux before every module: whoever exports from there is there first. */
static int compare_modules(const char *a, const char *b)
{
	bool a_kernel = a && !strcmp(a, "vmlinux");
	bool b_kernel = b && !strcmp(b, "vmlinux");

	if (a_kernel != b_kernel)
		return b_kernel - a_kernel;
	return compare_strings(a, b);
}

static int compare_exports(const void *left, const void *right)
{
	const struct kabi_export *a = left, *b = right;
	int order = strcmp(a->name, b->name);

	if (!order)
		order = (a->origin > b->origin) - (a->origin < b->origin);
	if (!order)
		order = compare_modules(a->module, b->module);
	if (!order)
		order = (a->license > b->license) - (a->license < b->license);
	if (!order)
		order = compare_strings(a->ns, b->ns);
	if (!order)
		order = (a->build > b->build) - (a->build < b->build);
	return order ? order : compare_strings(a->file, b->file);
}

static const char *license_name(enum kabi_license license)
{
	return license == KABI_LICENSE_GPL ? "EXPORT_SYMBOL_GPL"
					   : "EXPORT_SYMBOL";
}

static void notice_difference(struct kabi_notices *notices,
			      const struct kabi_export *a,
			      const struct kabi_export *b)
{
	if (a->license != b->license)
		kabi_notices_add(notices, KABI_TOPIC_EXPORT,
				 "%s: %s in %s, but %s in %s", a->name,
				 license_name(a->license), a->file,
				 license_name(b->license), b->file);
	if (compare_strings(a->ns, b->ns))
		kabi_notices_add(notices, KABI_TOPIC_EXPORT,
				 "%s: namespace \"%s\" in %s, but \"%s\" in %s",
				 a->name, a->ns ? a->ns : "", a->file,
				 b->ns ? b->ns : "", b->file);
	if (a->module && b->module && strcmp(a->module, b->module))
		kabi_notices_add(notices, KABI_TOPIC_EXPORT,
				 "%s: exported by %s (%s) and by %s (%s)",
				 a->name, a->module, a->file, b->module,
				 b->file);
}

static bool is_indexed(const struct kabi_exports *exports, unsigned int build)
{
	for (size_t i = 0; i < exports->n_indexed; i++)
		if (exports->indexed[i] == build)
			return true;
	return false;
}

/* All entries of one name, of which the first one is what will stand. */
static void check_name(const struct kabi_exports *exports,
		       const struct kabi_export *list, size_t count,
		       struct kabi_notices *notices)
{
	const struct kabi_export *first = &list[0];
	bool confirmed = false;

	for (size_t i = 1; i < count; i++) {
		notice_difference(notices, first, &list[i]);
		confirmed |= list[i].build == first->build &&
			     list[i].origin == KABI_EXPORT_TABLE;
	}
	if (first->origin == KABI_EXPORT_INDEX && !confirmed)
		kabi_notices_add(notices, KABI_TOPIC_EXPORT,
				 "%s: in %s, but not in the export table of %s",
				 first->name, first->file,
				 first->module ? first->module : "its module");
	if (first->origin == KABI_EXPORT_TABLE &&
	    is_indexed(exports, first->build))
		kabi_notices_add(
			notices, KABI_TOPIC_EXPORT,
			"%s: exported by %s, but not in Module.symvers",
			first->name, first->file);
}

/* A symbol of external linkage is no export once anybody has a table. */
static void drop_globals(struct kabi_exports *exports)
{
	size_t kept = 0;

	for (size_t i = 0; i < exports->count; i++)
		if (exports->list[i].origin != KABI_EXPORT_GLOBAL)
			exports->list[kept++] = exports->list[i];
	exports->count = kept;
}

void kabi_exports_resolve(struct kabi_exports *exports,
			  struct kabi_notices *notices)
{
	size_t kept = 0;

	if (exports->has_table)
		drop_globals(exports);
	if (exports->count)
		qsort(exports->list, exports->count, sizeof(*exports->list),
		      compare_exports);
	for (size_t i = 0; i < exports->count;) {
		struct kabi_export *list = &exports->list[i];
		size_t count = 1;

		while (i + count < exports->count &&
		       !strcmp(list[0].name, list[count].name))
			count++;
		check_name(exports, list, count, notices);
		exports->list[kept++] = list[0];
		i += count;
	}
	exports->count = kept;
}
