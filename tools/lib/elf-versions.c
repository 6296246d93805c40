// SPDX-License-Identifier: GPL-2.0-or-later
/* Versions of symbols that a linked module carries; see elf-versions.h. */
#include "elf-versions.h"

#include <string.h>

enum {
	ENTRY_SIZE = 64, /* of struct modversion_info, bytes */
	CRC_SIZE = 4,	 /* in __version_ext_crcs, bytes */
};

struct bytes {
	size_t section; /* 0: there is none */
	const unsigned char *data;
	size_t size;
};

struct reading {
	struct kabi_elf *elf;
	struct bytes versions, crcs, names;
};

static struct kabi_error *visit_section(void *context,
					const struct kabi_elf_section *section)
{
	struct reading *reading = context;

	if (!strcmp(section->name, "__versions"))
		reading->versions.section = section->index;
	else if (!strcmp(section->name, "__version_ext_crcs"))
		reading->crcs.section = section->index;
	else if (!strcmp(section->name, "__version_ext_names"))
		reading->names.section = section->index;
	return NULL;
}

static struct kabi_error *load(struct kabi_elf *elf, struct bytes *bytes)
{
	return bytes->section
		       ? kabi_elf_section_data(elf, bytes->section,
					       &bytes->data, &bytes->size)
		       : NULL;
}

static struct kabi_error *damaged(const struct reading *reading,
				  const char *section)
{
	return kabi_error_create(KABI_ERROR_BAD_DATA,
				 "%s: %s: damaged versions of symbols",
				 kabi_elf_name(reading->elf), section);
}

/* unsigned long crc; char name[]; as long as all entries are. */
static struct kabi_error *read_entries(const struct reading *reading,
				       struct kabi_versions *versions)
{
	const struct bytes *bytes = &reading->versions;
	size_t word = kabi_elf_word_size(reading->elf);

	if (bytes->size % ENTRY_SIZE)
		return damaged(reading, "__versions");
	for (size_t at = 0; at < bytes->size; at += ENTRY_SIZE) {
		const unsigned char *entry = bytes->data + at;
		const char *name = (const char *)entry + word;
		size_t length = strnlen(name, ENTRY_SIZE - word);

		if (length == ENTRY_SIZE - word)
			return damaged(reading, "__versions");
		kabi_versions_add(versions, name, length,
				  kabi_elf_number(reading->elf, entry, word));
	}
	return NULL;
}

static struct kabi_error *read_extended(const struct reading *reading,
					struct kabi_versions *versions)
{
	const struct bytes *crcs = &reading->crcs;
	const char *name = (const char *)reading->names.data;
	const char *end = name + reading->names.size;

	for (size_t at = 0; at < crcs->size; at += CRC_SIZE) {
		size_t length = name < end ? strnlen(name, end - name) : 0;

		if (!length || name + length == end ||
		    crcs->size - at < CRC_SIZE)
			return damaged(reading, "__version_ext_names");
		kabi_versions_add(versions, name, length,
				  kabi_elf_number(reading->elf, crcs->data + at,
						  CRC_SIZE));
		name += length + 1;
	}
	return NULL;
}

struct kabi_error *kabi_versions_read_elf(struct kabi_versions *versions,
					  struct kabi_elf *elf)
{
	struct reading reading = { .elf = elf };
	struct kabi_error *error =
		kabi_elf_for_each_section(elf, visit_section, &reading);

	if (!error)
		error = load(elf, &reading.versions);
	if (!error)
		error = load(elf, &reading.crcs);
	if (!error)
		error = load(elf, &reading.names);
	if (!error)
		error = read_entries(&reading, versions);
	if (!error)
		error = read_extended(&reading, versions);
	return error;
}
