// SPDX-License-Identifier: GPL-2.0-or-later
/* Export tables of ELF files; exports.h tells what they look like. */
#include "exports.h"

#include <string.h>

#include <elf.h>

#include "alloc.h"

/* What a section is in this matter. */
enum role {
	ROLE_NONE,
	ROLE_TABLE,	/* EXPORT_SYMBOL */
	ROLE_TABLE_GPL, /* EXPORT_SYMBOL_GPL */
	ROLE_STRINGS,	/* __ksymtab_strings */
	ROLE_LABELS,	/* .export_symbol */
};

/* Bytes of a section whose strings are looked up. */
struct strings {
	size_t section; /* 0: there is none */
	uint64_t address;
	const unsigned char *data;
	size_t size;
};

/* A namespace that waits for its export. */
struct namespace
{
	const char *name; /* of the exported symbol */
	const char *ns;
};

struct reader {
	struct kabi_exports *exports;
	struct kabi_elf *elf;
	struct kabi_export export; /* to begin each from */
	unsigned char *roles;	   /* enum role, by section */
	size_t n_roles;
	size_t room_roles;
	struct strings namespaces;
	struct strings labels;
	bool has_table;
	bool has_entries;
	bool has_names; /* symbols in the table; mapping symbols are none */
	size_t first;	/* of this file's exports in the list */
	struct namespace *pending;
	size_t n_pending;
	size_t room_pending;
};

static bool has_prefix(const char *string, const char *prefix)
{
	return !strncmp(string, prefix, strlen(prefix));
}

static enum role section_role(const char *name)
{
	if (!strcmp(name, "__ksymtab") || has_prefix(name, "___ksymtab+"))
		return ROLE_TABLE;
	if (!strcmp(name, "__ksymtab_gpl") ||
	    has_prefix(name, "___ksymtab_gpl+"))
		return ROLE_TABLE_GPL;
	if (!strcmp(name, "__ksymtab_strings"))
		return ROLE_STRINGS;
	if (!strcmp(name, ".export_symbol"))
		return ROLE_LABELS;
	return ROLE_NONE;
}

static bool is_table(enum role role)
{
	return role != ROLE_NONE && role != ROLE_STRINGS;
}

static struct kabi_error *visit_section(void *context,
					const struct kabi_elf_section *section)
{
	struct reader *reader = context;
	enum role role = section_role(section->name);
	struct strings strings = { .section = section->index,
				   .address = section->address };

	while (reader->n_roles <= section->index) {
		kabi_array_reserve(&reader->roles, reader->n_roles,
				   &reader->room_roles, 1);
		reader->roles[reader->n_roles++] = ROLE_NONE;
	}
	reader->roles[section->index] = role;
	if (role == ROLE_STRINGS)
		reader->namespaces = strings;
	if (role == ROLE_LABELS)
		reader->labels = strings;
	if (is_table(role)) {
		reader->has_table = true;
		reader->has_entries |= section->size > 0;
	}
	return NULL;
}

static struct kabi_error *load_strings(struct reader *reader,
				       struct strings *strings)
{
	if (!strings->section)
		return NULL;
	return kabi_elf_section_data(reader->elf, strings->section,
				     &strings->data, &strings->size);
}

static struct kabi_error *damaged(const struct reader *reader,
				  const struct kabi_elf_symbol *symbol,
				  const char *what)
{
	return kabi_error_create(KABI_ERROR_BAD_DATA,
				 "%s: damaged export table: symbol %s: %s",
				 kabi_elf_name(reader->elf), symbol->name,
				 what);
}

/*
 * The string at an offset from a symbol's place; NULL when it does not end in
 * its section. Objects have offsets as values, linked files addresses.
 */
static const char *find_string(const struct reader *reader,
			       const struct strings *strings,
			       const struct kabi_elf_symbol *symbol,
			       size_t skip)
{
	uint64_t offset = symbol->value;

	if (!kabi_elf_is_relocatable(reader->elf))
		offset -= strings->address;
	if (offset >= strings->size || skip >= strings->size - offset)
		return NULL;

	const char *string = (const char *)strings->data + offset + skip;

	return memchr(string, '\0', strings->size - offset - skip) ? string
								   : NULL;
}

static void add(struct reader *reader, const char *name,
		enum kabi_license license, const char *ns,
		enum kabi_export_origin origin)
{
	struct kabi_export export = reader->export;

	export.name = name;
	export.license = license;
	export.ns = ns;
	export.origin = origin;
	kabi_exports_add(reader->exports, &export);
}

static struct kabi_error *add_entry(struct reader *reader,
				    const struct kabi_elf_symbol *symbol,
				    const char *name, bool gpl)
{
	if (!kabi_export_name_valid(name))
		return damaged(reader, symbol, "no name of a symbol");
	add(reader, name, gpl ? KABI_LICENSE_GPL : KABI_LICENSE_ANY, NULL,
	    KABI_EXPORT_TABLE);
	return NULL;
}

static struct kabi_error *add_label(struct reader *reader,
				    const struct kabi_elf_symbol *symbol,
				    const char *name)
{
	const char *license = find_string(reader, &reader->labels, symbol, 0);
	const char *ns;

	if (!kabi_export_name_valid(name))
		return damaged(reader, symbol, "no name of a symbol");
	if (!license)
		return damaged(reader, symbol, "outside of its section");
	if (*license && strcmp(license, "GPL"))
		return damaged(reader, symbol, "unknown licence");
	ns = find_string(reader, &reader->labels, symbol, strlen(license) + 1);
	if (!ns)
		return damaged(reader, symbol, "its namespace has no end");
	add(reader, name, *license ? KABI_LICENSE_GPL : KABI_LICENSE_ANY, ns,
	    KABI_EXPORT_TABLE);
	return NULL;
}

static struct kabi_error *add_namespace(struct reader *reader,
					const struct kabi_elf_symbol *symbol,
					const char *name)
{
	const char *ns = find_string(reader, &reader->namespaces, symbol, 0);

	if (!ns)
		return damaged(reader, symbol, "outside of its section");
	if (!*ns)
		return NULL;
	kabi_array_reserve(&reader->pending, reader->n_pending,
			   &reader->room_pending, sizeof(*reader->pending));
	reader->pending[reader->n_pending++] = (struct namespace){ name, ns };
	return NULL;
}

/* Symbols that a linker could bind to; what is no name in C is passed over. */
static void add_global(struct reader *reader,
		       const struct kabi_elf_symbol *symbol)
{
	bool code_or_data =
		symbol->type == STT_FUNC || symbol->type == STT_OBJECT ||
		symbol->type == STT_COMMON || symbol->type == STT_TLS ||
		symbol->type == STT_GNU_IFUNC;

	/* Assembly often gives no type; a linker script's are no exports. */
	if (symbol->type == STT_NOTYPE)
		code_or_data = kabi_elf_is_relocatable(reader->elf);
	if (!code_or_data || !symbol->defined || symbol->absolute ||
	    symbol->bind == STB_LOCAL || symbol->visibility == STV_HIDDEN ||
	    symbol->visibility == STV_INTERNAL ||
	    !kabi_export_name_valid(symbol->name))
		return;
	add(reader, symbol->name, KABI_LICENSE_EXTERNAL, NULL,
	    KABI_EXPORT_GLOBAL);
}

static struct kabi_error *visit_symbol(void *context,
				       const struct kabi_elf_symbol *symbol)
{
	static const char entry[] = "__ksymtab_", ns[] = "__kstrtabns_",
			  label[] = "__export_symbol_";
	struct reader *reader = context;
	enum role role = ROLE_NONE;

	if (symbol->section < reader->n_roles)
		role = reader->roles[symbol->section];
	reader->has_names |= is_table(role) && symbol->type != STT_SECTION &&
			     symbol->name[0] != '$';
	if (!reader->has_table) {
		add_global(reader, symbol);
		return NULL;
	}
	if ((role == ROLE_TABLE || role == ROLE_TABLE_GPL) &&
	    has_prefix(symbol->name, entry))
		return add_entry(reader, symbol, symbol->name + strlen(entry),
				 role == ROLE_TABLE_GPL);
	if (role == ROLE_STRINGS && has_prefix(symbol->name, ns))
		return add_namespace(reader, symbol, symbol->name + strlen(ns));
	if (role == ROLE_LABELS && has_prefix(symbol->name, label))
		return add_label(reader, symbol, symbol->name + strlen(label));
	return NULL;
}

static int compare_pending(const void *left, const void *right)
{
	const struct namespace *a = left, *b = right;

	return strcmp(a->name, b->name);
}

static void assign_namespaces(struct reader *reader)
{
	struct kabi_exports *exports = reader->exports;

	if (!reader->n_pending)
		return;
	qsort(reader->pending, reader->n_pending, sizeof(*reader->pending),
	      compare_pending);
	for (size_t i = reader->first; i < exports->count; i++) {
		struct namespace key = { exports->list[i].name, NULL };
		const struct namespace *found =
			bsearch(&key, reader->pending, reader->n_pending,
				sizeof(*reader->pending), compare_pending);

		if (found)
			exports->list[i].ns = kabi_arena_strndup(
				&exports->arena, found->ns, strlen(found->ns));
	}
}

/* Nobody may take it for a file that exports nothing. */
static struct kabi_error *stripped(const struct reader *reader)
{
	return kabi_error_create(
		KABI_ERROR_BAD_DATA,
		"%s: has an export table, but not the symbols that name its "
		"entries: it was stripped (strip --strip-debug keeps them)",
		kabi_elf_name(reader->elf));
}

static struct kabi_error *read_tables(struct reader *reader)
{
	struct kabi_error *error;

	error = kabi_elf_for_each_section(reader->elf, visit_section, reader);
	if (!error)
		error = load_strings(reader, &reader->namespaces);
	if (!error)
		error = load_strings(reader, &reader->labels);
	/* What is linked and has a table is the kernel, whatever it is called.
	 */
	if (reader->has_table && !reader->export.module &&
	    !kabi_elf_is_relocatable(reader->elf))
		reader->export.module = "vmlinux";
	if (!error)
		error = kabi_elf_for_each_symbol(reader->elf, visit_symbol,
						 reader);
	if (!error && reader->has_entries && !reader->has_names)
		error = stripped(reader);
	return error;
}

struct kabi_error *kabi_exports_read_elf(struct kabi_exports *exports,
					 struct kabi_elf *elf,
					 const struct kabi_export *owner)
{
	struct reader reader = {
		.exports = exports,
		.elf = elf,
		.export = { .file = kabi_elf_name(elf) },
		.first = exports->count,
	};
	struct kabi_error *error;

	reader.export.module = owner->module;
	reader.export.build = owner->build;
	error = read_tables(&reader);
	if (!error) {
		assign_namespaces(&reader);
		exports->has_table |= reader.has_table;
	}
	free(reader.roles);
	free(reader.pending);
	return error;
}
