// SPDX-License-Identifier: GPL-2.0-or-later
/* Undefined symbols of files; see elf-imports.h. */
#include "elf-imports.h"

#include <elf.h>
#include <string.h>

#include "elf.h"

struct name {
	const char *name;
	bool is_weak;
};

struct names {
	struct name *list;
	size_t n, room;
};

struct reading {
	struct kabi_arena *arena;
	struct names undefined, defined;
};

static void reading_deinit(struct reading *reading)
{
	free(reading->undefined.list);
	free(reading->defined.list);
}

static struct kabi_error *visit_symbol(void *context,
				       const struct kabi_elf_symbol *symbol)
{
	struct reading *reading = context;
	struct names *names = symbol->defined || symbol->absolute
				      ? &reading->defined
				      : &reading->undefined;

	if (symbol->bind == STB_LOCAL || !*symbol->name)
		return NULL;
	kabi_array_reserve(&names->list, names->n, &names->room,
			   sizeof(*names->list));
	names->list[names->n++] = (struct name){
		kabi_arena_strndup(reading->arena, symbol->name,
				   strlen(symbol->name)),
		symbol->bind == STB_WEAK,
	};
	return NULL;
}

static struct kabi_error *visit_elf(void *context, struct kabi_elf *elf)
{
	return kabi_elf_for_each_symbol(elf, visit_symbol, context);
}

/* Of one name the strong ones first. */
static int compare_names(const void *a, const void *b)
{
	const struct name *x = a, *y = b;
	int order = strcmp(x->name, y->name);

	return order ? order : x->is_weak - y->is_weak;
}

static void sort(struct names *names)
{
	if (names->n)
		qsort(names->list, names->n, sizeof(*names->list),
		      compare_names);
}

static int compare_with_name(const void *name, const void *element)
{
	return strcmp(name, ((const struct name *)element)->name);
}

static bool has(const struct names *names, const char *name)
{
	return names->n && bsearch(name, names->list, names->n,
				   sizeof(*names->list), compare_with_name);
}

struct kabi_error *kabi_imports_read(struct kabi_imports *imports,
				     const char *const *paths, size_t n_paths)
{
	kabi_cleanup(reading_deinit) struct reading reading = {
		.arena = &imports->arena
	};
	struct names *undefined = &reading.undefined;

	kabi_arena_init(&imports->arena);
	for (size_t i = 0; i < n_paths; i++) {
		struct kabi_error *error =
			kabi_elf_for_each_file(paths[i], visit_elf, &reading);

		if (error)
			return error;
	}
	sort(undefined);
	sort(&reading.defined);
	imports->names = kabi_arena_alloc(
		&imports->arena, (undefined->n + 1) * sizeof(*imports->names));
	imports->is_weak = kabi_arena_alloc(&imports->arena,
					    (undefined->n + 1) *
						    sizeof(*imports->is_weak));
	for (size_t i = 0; i < undefined->n; i++) {
		const struct name *name = &undefined->list[i];

		if ((imports->n &&
		     !strcmp(imports->names[imports->n - 1], name->name)) ||
		    has(&reading.defined, name->name))
			continue;
		imports->names[imports->n] = name->name;
		imports->is_weak[imports->n++] = name->is_weak;
	}
	return NULL;
}
