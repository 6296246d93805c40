/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * ELF files as kabi needs them; only elf*.c see libelf. Opens plain, .gz, .xz
 * and .zst files, and archives (thin ones too), a callback a member.
 */
#ifndef KABI_TOOLS_ELF_H
#define KABI_TOOLS_ELF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "blob.h"
#include "error.h"

struct kabi_elf;

/* Sizes and addresses in bytes, as the section header has them: unchecked. */
struct kabi_elf_section {
	const char *name;
	uint32_t type;
	uint64_t flags;
	uint64_t address;
	uint64_t size;
	uint64_t align;
	size_t index;
	size_t relocates; /* SHT_RELA, SHT_REL: the index of that section */
};

struct kabi_elf_symbol {
	const char *name;
	uint64_t value; /* as in the file */
	uint64_t size;
	unsigned char bind;	  /* STB_* */
	unsigned char type;	  /* STT_* */
	unsigned char visibility; /* STV_* */
	size_t section; /* index; 0 when undefined, absolute or common */
	bool defined;	/* common ones too */
	bool absolute;
};

struct kabi_elf_relocation {
	uint64_t offset; /* in the section that it is of */
	uint32_t type;	 /* R_* of the machine */
	int64_t addend;	 /* 0 of SHT_REL, whose addends are in the section */
	size_t symbol; /* from 1, in the order of the walk over symbols; 0: none
			*/
};

/* The kernel's name: "x86_64", "i386", "aarch64" ... or "machine-N". */
const char *kabi_elf_arch(const struct kabi_elf *elf);
bool kabi_elf_is_relocatable(const struct kabi_elf *elf);
/* Of unsigned long in C, in bytes. */
size_t kabi_elf_word_size(const struct kabi_elf *elf);
/* An unsigned number of "size" bytes, which is at most 8, in its byte order. */
uint64_t kabi_elf_number(const struct kabi_elf *elf, const unsigned char *bytes,
			 size_t size);
/* The name to use in messages: "lib.a(x.o)" for a member. */
const char *kabi_elf_name(const struct kabi_elf *elf);

/* Keeps the file and its data beyond the callback that got it. */
struct kabi_elf *kabi_elf_ref(struct kabi_elf *elf);
void kabi_elf_unref(struct kabi_elf *elf); /* NULL is fine */

/*
 * All call back for each; an error of the callback ends it and is returned.
 * Messages begin with the file's name.
 */
struct kabi_error *kabi_elf_for_each_section(
	struct kabi_elf *elf,
	struct kabi_error *(*visit)(void *context,
				    const struct kabi_elf_section *section),
	void *context) kabi_must_check;
struct kabi_error *kabi_elf_for_each_symbol(
	struct kabi_elf *elf,
	struct kabi_error *(*visit)(void *context,
				    const struct kabi_elf_symbol *symbol),
	void *context) kabi_must_check;

/* Of a section of type SHT_RELA or SHT_REL. */
struct kabi_error *kabi_elf_for_each_relocation(
	struct kabi_elf *elf, size_t index,
	struct kabi_error *(*visit)(void *context,
				    const struct kabi_elf_relocation *reloc),
	void *context) kabi_must_check;

/*
 * The bytes of a section, as in the file and alive as long as the file; an
 * error when they lie outside of it. A section without bytes (SHT_NOBITS) has
 * none: *size is 0.
 */
struct kabi_error *kabi_elf_section_data(struct kabi_elf *elf, size_t index,
					 const unsigned char **data,
					 size_t *size) kabi_must_check;

/* Do these bytes begin an ELF file or an archive? */
bool kabi_elf_probe(const struct kabi_blob *blob);

/*
 * For each ELF file in the blob that was opened from path: itself, or an
 * archive's members; members that are no ELF files are passed over.
 */
struct kabi_error *kabi_elf_for_each_in_blob(
	struct kabi_blob *blob, const char *path,
	struct kabi_error *(*visit)(void *context, struct kabi_elf *elf),
	void *context) kabi_must_check;

/* The same from the path; a file that is neither is an error. */
struct kabi_error *kabi_elf_for_each_file(
	const char *path,
	struct kabi_error *(*visit)(void *context, struct kabi_elf *elf),
	void *context) kabi_must_check;

#endif /* KABI_TOOLS_ELF_H */
