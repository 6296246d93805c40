// SPDX-License-Identifier: GPL-2.0-or-later
/* Prebuilt objects from ELF files; see elf-prebuilt.h. */
#include "elf-prebuilt.h"

#include <elf.h>
#include <string.h>

#include "elf-imports.h"
#include "elf-versions.h"
#include "elf.h"

static void add(struct kabi_prebuilt *prebuilt,
		struct kabi_prebuilt_names *names, const char *name)
{
	kabi_prebuilt_add(names, kabi_arena_strndup(&prebuilt->arena, name,
						    strlen(name)));
}

/* One "TAG=VALUE"; of what is built into a kernel "MODULE.TAG=VALUE". */
static void read_tag(struct kabi_prebuilt *prebuilt, const char *tag)
{
	static const char license[] = "license=", import_ns[] = "import_ns=",
			  vermagic[] = "vermagic=";

	if (!strncmp(tag, license, strlen(license))) {
		const char *value = tag + strlen(license);

		prebuilt->compiled_as = KABI_USE_AS_MODULE;
		prebuilt->license = kabi_arena_strndup(&prebuilt->arena, value,
						       strlen(value));
	} else if (!strncmp(tag, import_ns, strlen(import_ns))) {
		add(prebuilt, &prebuilt->namespaces, tag + strlen(import_ns));
	} else if (!strncmp(tag, vermagic, strlen(vermagic))) {
		const char *value = tag + strlen(vermagic);

		prebuilt->release = kabi_arena_strndup(&prebuilt->arena, value,
						       strcspn(value, " "));
	}
}

static struct kabi_error *read_modinfo(struct kabi_prebuilt *prebuilt,
				       struct kabi_elf *elf, size_t section)
{
	const char *at, *end;
	const unsigned char *data;
	size_t size;
	struct kabi_error *error =
		kabi_elf_section_data(elf, section, &data, &size);

	if (error)
		return error;
	at = (const char *)data;
	/* A tag without its NUL byte is no tag. */
	for (end = at + size; at < end && memchr(at, '\0', end - at);
	     at += strlen(at) + 1)
		read_tag(prebuilt, at);
	return NULL;
}

/* Of one file. */
struct reading {
	struct kabi_prebuilt *prebuilt;
	struct kabi_elf *elf;
	bool has_records, has_symbols;
};

static struct kabi_error *visit_section(void *context,
					const struct kabi_elf_section *section)
{
	struct reading *reading = context;

	if (!strcmp(section->name, KABI_SECTION_NAME))
		reading->has_records = true;
	if (section->type == SHT_SYMTAB)
		reading->has_symbols = true;
	if (!strcmp(section->name, ".gnu.linkonce.this_module"))
		reading->prebuilt->compiled_as = KABI_USE_AS_MODULE;
	if (!strncmp(section->name, ".initcall", strlen(".initcall")) &&
	    reading->prebuilt->compiled_as == KABI_USE_AS_ANY)
		reading->prebuilt->compiled_as = KABI_USE_AS_LINKED;
	if (section->flags & SHF_ALLOC && section->size)
		add(reading->prebuilt, &reading->prebuilt->sections,
		    section->name);
	if (!strcmp(section->name, ".modinfo"))
		return read_modinfo(reading->prebuilt, reading->elf,
				    section->index);
	return NULL;
}

static struct kabi_error *visit_symbol(void *context,
				       const struct kabi_elf_symbol *symbol)
{
	static const char *const names[] = { "__this_module", "init_module",
					     "cleanup_module" };
	struct reading *reading = context;

	/* What GCC writes into an object that is bytecode and nothing else. */
	if (!strcmp(symbol->name, "__gnu_lto_slim"))
		return kabi_error_create(
			KABI_ERROR_UNSUPPORTED,
			"%s: is bytecode of -flto, which another compiler run "
			"makes code of; link it first (ld -r)",
			kabi_elf_name(reading->elf));
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (symbol->bind != STB_LOCAL &&
		    !strcmp(symbol->name, names[i]))
			reading->prebuilt->compiled_as = KABI_USE_AS_MODULE;
	}
	return NULL;
}

static struct kabi_error *check_file(struct kabi_prebuilt *prebuilt,
				     struct kabi_elf *elf)
{
	const char *arch = kabi_elf_arch(elf);

	if (!kabi_elf_is_relocatable(elf))
		return kabi_error_create(
			KABI_ERROR_BAD_DATA,
			"%s: is linked already; what can be re-used are "
			"objects, archives of them and modules (.o, .a, .ko)",
			kabi_elf_name(elf));
	if (!prebuilt->arch)
		prebuilt->arch = kabi_arena_strndup(&prebuilt->arena, arch,
						    strlen(arch));
	if (strcmp(prebuilt->arch, arch) != 0)
		return kabi_error_create(
			KABI_ERROR_BAD_DATA,
			"%s: is for %s, but the objects before it are for %s",
			kabi_elf_name(elf), arch, prebuilt->arch);
	return NULL;
}

/* Of one path. */
struct path {
	struct kabi_prebuilt *prebuilt;
	size_t n_recorded;
};

static struct kabi_error *visit_elf(void *context, struct kabi_elf *elf)
{
	struct path *path = context;
	struct reading reading = { .prebuilt = path->prebuilt, .elf = elf };
	struct kabi_error *error = check_file(reading.prebuilt, elf);

	if (!error)
		error = kabi_elf_for_each_section(elf, visit_section, &reading);
	if (!error && !reading.has_symbols)
		error = kabi_error_create(
			KABI_ERROR_BAD_DATA,
			"%s: has no symbol table, so that nothing can be "
			"linked with it: it was stripped",
			kabi_elf_name(elf));
	if (!error)
		error = kabi_elf_for_each_symbol(elf, visit_symbol, &reading);
	if (!error)
		error = kabi_versions_read_elf(&reading.prebuilt->versions,
					       elf);
	if (!error && !reading.has_records)
		add(reading.prebuilt, &reading.prebuilt->bare,
		    kabi_elf_name(elf));
	path->n_recorded += reading.has_records;
	return error;
}

struct kabi_error *kabi_prebuilt_read(struct kabi_prebuilt *prebuilt,
				      const char *const *paths, size_t n_paths)
{
	struct kabi_error *error = NULL;

	kabi_arena_init(&prebuilt->arena);
	kabi_arena_init(&prebuilt->imports.arena);
	prebuilt->recorded = kabi_arena_alloc(
		&prebuilt->arena, (n_paths + 1) * sizeof(*prebuilt->recorded));
	for (size_t i = 0; i < n_paths && !error; i++) {
		struct path path = { .prebuilt = prebuilt };

		error = kabi_elf_for_each_file(paths[i], visit_elf, &path);
		if (path.n_recorded)
			prebuilt->recorded[prebuilt->n_recorded++] = paths[i];
	}
	prebuilt->is_module = prebuilt->compiled_as == KABI_USE_AS_MODULE;
	kabi_prebuilt_settle(&prebuilt->sections);
	kabi_prebuilt_settle(&prebuilt->bare);
	kabi_prebuilt_settle(&prebuilt->namespaces);
	kabi_versions_settle(&prebuilt->versions);
	return error ? error
		     : kabi_imports_read(&prebuilt->imports, paths, n_paths);
}
