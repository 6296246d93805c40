// SPDX-License-Identifier: GPL-2.0-or-later
/* Hashes of code, data and relocations; see elf-digest.h. */
#include "elf-digest.h"

#include <elf.h>
#include <stdio.h>
#include <string.h>

#include <nettle/sha2.h>

#include "alloc.h"

const char *const kabi_digest_words[KABI_DIGEST_PARTS + 1] = {
	"code",
	"data",
	"relocations",
	NULL,
};

struct symbol {
	char *name; /* of global ones; NULL: local */
	uint64_t value;
	size_t section;
	unsigned char bind;
};

struct hashing {
	struct kabi_arena arena;
	struct kabi_elf *elf;
	struct kabi_elf_section *sections; /* by index, from 0 */
	size_t n_sections, room_sections;
	struct symbol *symbols;
	size_t n_symbols, room_symbols;
	struct sha256_ctx contexts[KABI_DIGEST_PARTS];
};

static void hashing_deinit(struct hashing *hashing)
{
	free(hashing->sections);
	free(hashing->symbols);
	kabi_arena_deinit(&hashing->arena);
}

static void add_bytes(struct sha256_ctx *context, const void *bytes,
		      size_t length)
{
	if (length)
		sha256_update(context, length, bytes);
}

/* Little-endian on every machine. */
static void add_number(struct sha256_ctx *context, uint64_t number)
{
	unsigned char bytes[8];

	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = number >> 8 * i;
	add_bytes(context, bytes, sizeof(bytes));
}

/* With its NUL byte, so that "ab" "c" is not "a" "bc". */
static void add_string(struct sha256_ctx *context, const char *string)
{
	add_bytes(context, string, strlen(string) + 1);
}

static void finish(struct sha256_ctx *context, char hex[65])
{
	unsigned char digest[SHA256_DIGEST_SIZE];

	sha256_digest(context, sizeof(digest), digest);
	for (size_t i = 0; i < sizeof(digest); i++)
		sprintf(hex + 2 * i, "%02x", digest[i]);
}

void kabi_digest_bytes(const char *bytes, size_t length, char hex[65])
{
	struct sha256_ctx context;

	sha256_init(&context);
	add_bytes(&context, bytes, length);
	finish(&context, hex);
}

static struct kabi_error *add_section(void *context,
				      const struct kabi_elf_section *section)
{
	struct hashing *hashing = context;

	kabi_array_reserve(&hashing->sections, hashing->n_sections,
			   &hashing->room_sections, sizeof(*hashing->sections));
	hashing->sections[hashing->n_sections++] = *section;
	return NULL;
}

static struct kabi_error *add_symbol(void *context,
				     const struct kabi_elf_symbol *symbol)
{
	struct hashing *hashing = context;
	struct symbol *ret;

	kabi_array_reserve(&hashing->symbols, hashing->n_symbols,
			   &hashing->room_symbols, sizeof(*hashing->symbols));
	ret = &hashing->symbols[hashing->n_symbols++];
	*ret = (struct symbol){ .value = symbol->value,
				.section = symbol->section,
				.bind = symbol->bind };
	if (symbol->bind != STB_LOCAL)
		ret->name = kabi_arena_strndup(&hashing->arena, symbol->name,
					       strlen(symbol->name));
	return NULL;
}

static bool is_hashed(const struct kabi_elf_section *section)
{
	static const char *const beside[] = { ".modinfo", "__versions",
					      "__version_ext", ".note",
					      ".gnu.linkonce.this_module" };

	for (size_t i = 0; i < sizeof(beside) / sizeof(*beside); i++) {
		if (!strncmp(section->name, beside[i], strlen(beside[i])))
			return false;
	}
	return section->flags & SHF_ALLOC;
}

static const struct kabi_elf_section *
find_section(const struct hashing *hashing, size_t index)
{
	for (size_t i = 0; i < hashing->n_sections; i++) {
		if (hashing->sections[i].index == index)
			return &hashing->sections[i];
	}
	return NULL;
}

static struct kabi_error *hash_section(struct hashing *hashing,
				       const struct kabi_elf_section *section)
{
	struct sha256_ctx *context =
		&hashing->contexts[section->flags & SHF_EXECINSTR
					   ? KABI_DIGEST_CODE
					   : KABI_DIGEST_DATA];
	const unsigned char *data;
	size_t size;
	struct kabi_error *error = kabi_elf_section_data(
		hashing->elf, section->index, &data, &size);

	if (error)
		return error;
	add_string(context, section->name);
	add_number(context, section->flags);
	add_number(context, section->align);
	add_number(context, section->size);
	add_bytes(context, data, size);
	return NULL;
}

static struct kabi_error *
hash_relocation(void *context, const struct kabi_elf_relocation *reloc)
{
	struct hashing *hashing = context;
	struct sha256_ctx *sha = &hashing->contexts[KABI_DIGEST_RELOCATIONS];
	const struct kabi_elf_section *section;
	const struct symbol *symbol;

	add_number(sha, reloc->offset);
	add_number(sha, reloc->type);
	add_number(sha, reloc->addend);
	if (!reloc->symbol)
		return NULL;
	if (reloc->symbol > hashing->n_symbols)
		return kabi_error_create(
			KABI_ERROR_BAD_DATA,
			"%s: damaged ELF file: relocation of symbol %zu, and "
			"there are %zu",
			kabi_elf_name(hashing->elf), reloc->symbol,
			hashing->n_symbols);
	symbol = &hashing->symbols[reloc->symbol - 1];
	section = find_section(hashing, symbol->section);
	add_string(sha, symbol->name ? symbol->name : "");
	add_number(sha, symbol->bind);
	add_string(sha, section ? section->name : "");
	add_number(sha, section ? symbol->value : 0);
	return NULL;
}

static struct kabi_error *
hash_relocations(struct hashing *hashing,
		 const struct kabi_elf_section *section)
{
	const struct kabi_elf_section *target =
		find_section(hashing, section->relocates);

	if (!target || !is_hashed(target))
		return NULL;
	add_string(&hashing->contexts[KABI_DIGEST_RELOCATIONS], target->name);
	return kabi_elf_for_each_relocation(hashing->elf, section->index,
					    hash_relocation, hashing);
}

static int compare_sections(const void *a, const void *b)
{
	const struct kabi_elf_section *x = a, *y = b;
	int order = strcmp(x->name, y->name);

	return order ? order : (x->index > y->index) - (x->index < y->index);
}

static struct kabi_error *hash_all(struct hashing *hashing)
{
	struct kabi_error *error = NULL;

	if (hashing->n_sections)
		qsort(hashing->sections, hashing->n_sections,
		      sizeof(*hashing->sections), compare_sections);
	for (size_t i = 0; i < hashing->n_sections && !error; i++) {
		const struct kabi_elf_section *section = &hashing->sections[i];

		if (section->relocates)
			error = hash_relocations(hashing, section);
		else if (is_hashed(section))
			error = hash_section(hashing, section);
	}
	return error;
}

struct kabi_error *kabi_elf_digest(struct kabi_elf *elf,
				   struct kabi_digest *ret)
{
	kabi_cleanup(hashing_deinit) struct hashing hashing = { .elf = elf };
	struct kabi_error *error;

	kabi_arena_init(&hashing.arena);
	for (int part = 0; part < KABI_DIGEST_PARTS; part++)
		sha256_init(&hashing.contexts[part]);
	error = kabi_elf_for_each_section(elf, add_section, &hashing);
	if (!error)
		error = kabi_elf_for_each_symbol(elf, add_symbol, &hashing);
	if (!error)
		error = hash_all(&hashing);
	for (int part = 0; part < KABI_DIGEST_PARTS; part++)
		finish(&hashing.contexts[part], ret->hex[part]);
	return error;
}
