/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * An ELF file taken into the parts that have to be the same in another one:
 * the ELF header, and of each section its header and its contents, where
 * every number of a section or symbol is what it would be if the file had no
 * .kabi sections.  File offsets are no part, nor is the table of section names
 * (every name is), nor is a build ID, which `ld -r` makes for a .ko from all
 * that is in it.  The .kabi sections themselves are verified, not listed.
 */
#ifndef KABI_ELF_PARTS_H
#define KABI_ELF_PARTS_H

#include <elf.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct kabi_part {
	const char *section; /* its name; that of section 0 is "" */
	const char *what;    /* "header", "symbol", "relocation", "byte" ... */
	const void *data;
	size_t size;  /* of data, in bytes */
	size_t entry; /* bytes of one of what there are "size / entry" */
	void *owned;  /* data where it is not the file's, else NULL */
};

struct kabi_image {
	/* The caller's, who keeps it until kabi_image_deinit(). */
	const unsigned char *data;
	size_t size;

	struct kabi_part *parts;
	uint32_t nr_parts, nr_kabi;
	char error[160]; /* why kabi_image_init() failed */

	/* While the parts are made. */
	bool is64;
	uint32_t nr_sections, names, nr_symbols;
	Elf64_Shdr *sections;
	uint32_t *section_index, *symbol_index;
};

/* Little-endian ELF of either class, as far as the magic bytes tell. */
bool kabi_image_is_elf(const unsigned char *data, size_t size);

/*
 * False, with a text in "error", for a file that is not sound, and for a .kabi
 * section that is not what docs/format.md says or stands in a linked file, or
 * that a symbol or relocation refers to.  kabi_image_deinit() in any case.
 */
bool kabi_image_init(struct kabi_image *im, const unsigned char *data,
		     size_t size);
void kabi_image_deinit(struct kabi_image *im);

#endif /* KABI_ELF_PARTS_H */
