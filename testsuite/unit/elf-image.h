/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Small ELF files made in memory, for tests of what reads them. */
#ifndef KABI_UNIT_ELF_IMAGE_H
#define KABI_UNIT_ELF_IMAGE_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <elf.h>

enum {
	ELF_IMAGE_SECTIONS = 16,
	ELF_IMAGE_SYMBOLS = 32,
	ELF_IMAGE_STRINGS = 1024,
	ELF_IMAGE_SIZE = 1 << 16,
};

/*
 * Filled with elf_image_section() and _symbol(), then turned into bytes once.
 * Section 0 is the empty one; the three that every file has (.symtab, .strtab,
 * .shstrtab) come last.
 */
struct elf_image {
	Elf64_Ehdr header;
	struct {
		Elf64_Shdr header;
		const void *data;
	} sections[ELF_IMAGE_SECTIONS];
	size_t n_sections;
	Elf64_Sym symbols[ELF_IMAGE_SYMBOLS];
	size_t n_symbols;
	char strings[ELF_IMAGE_STRINGS]; /* of symbols */
	size_t n_strings;
	char names[ELF_IMAGE_STRINGS]; /* of sections */
	size_t n_names;
	unsigned char bytes[ELF_IMAGE_SIZE];
	size_t size;
};

static inline void elf_image_init(struct elf_image *image, uint16_t type,
				  uint16_t machine)
{
	memset(image, 0, sizeof(*image));
	memcpy(image->header.e_ident, ELFMAG, SELFMAG);
	image->header.e_ident[EI_CLASS] = ELFCLASS64;
	image->header.e_ident[EI_DATA] = ELFDATA2LSB;
	image->header.e_ident[EI_VERSION] = EV_CURRENT;
	image->header.e_type = type;
	image->header.e_machine = machine;
	image->header.e_version = EV_CURRENT;
	image->header.e_ehsize = sizeof(Elf64_Ehdr);
	image->header.e_shentsize = sizeof(Elf64_Shdr);
	image->n_sections = 1;
	image->n_symbols = 1;
	image->n_strings = 1;
	image->n_names = 1;
}

/* Returns its index; the data has to live until the image has its bytes. */
static inline size_t elf_image_section(struct elf_image *image,
				       const char *name, uint32_t type,
				       const void *data, size_t size)
{
	Elf64_Shdr *header = &image->sections[image->n_sections].header;

	header->sh_name = image->n_names;
	header->sh_type = type;
	header->sh_size = size;
	header->sh_addralign = 1;
	memcpy(image->names + image->n_names, name, strlen(name) + 1);
	image->n_names += strlen(name) + 1;
	image->sections[image->n_sections].data = data;
	return image->n_sections++;
}

static inline Elf64_Sym *elf_image_symbol(struct elf_image *image,
					  const char *name, size_t section,
					  uint64_t value, unsigned char info)
{
	Elf64_Sym *symbol = &image->symbols[image->n_symbols++];

	symbol->st_name = image->n_strings;
	symbol->st_shndx = section;
	symbol->st_value = value;
	symbol->st_info = info;
	memcpy(image->strings + image->n_strings, name, strlen(name) + 1);
	image->n_strings += strlen(name) + 1;
	return symbol;
}

static inline void elf_image_finish(struct elf_image *image)
{
	size_t symtab = elf_image_section(image, ".symtab", SHT_SYMTAB,
					  image->symbols,
					  image->n_symbols * sizeof(Elf64_Sym));
	size_t strtab = elf_image_section(image, ".strtab", SHT_STRTAB,
					  image->strings, image->n_strings);
	size_t names = elf_image_section(image, ".shstrtab", SHT_STRTAB,
					 image->names, 0);

	image->sections[names].header.sh_size = image->n_names;
	image->sections[symtab].header.sh_link = strtab;
	image->sections[symtab].header.sh_info = 1;
	image->sections[symtab].header.sh_entsize = sizeof(Elf64_Sym);
	image->size = sizeof(Elf64_Ehdr);
	for (size_t i = 1; i < image->n_sections; i++) {
		Elf64_Shdr *header = &image->sections[i].header;

		image->size = (image->size + 7) & ~(size_t)7;
		header->sh_offset = image->size;
		memcpy(image->bytes + image->size, image->sections[i].data,
		       header->sh_size);
		image->size += header->sh_size;
	}
	image->size = (image->size + 7) & ~(size_t)7;
	image->header.e_shoff = image->size;
	image->header.e_shnum = image->n_sections;
	image->header.e_shstrndx = names;
	for (size_t i = 0; i < image->n_sections; i++) {
		memcpy(image->bytes + image->size, &image->sections[i].header,
		       sizeof(Elf64_Shdr));
		image->size += sizeof(Elf64_Shdr);
	}
	memcpy(image->bytes, &image->header, sizeof(image->header));
}

#endif /* KABI_UNIT_ELF_IMAGE_H */
