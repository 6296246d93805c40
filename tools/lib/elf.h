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

#include "error.h"

struct kabi_elf;

struct kabi_elf_section {
	const char *name;
	uint32_t type;
	uint64_t flags;
	uint64_t size; /* of data; 0 for SHT_NOBITS */
	const unsigned char *data;
	size_t index;
};

struct kabi_elf_symbol {
	const char *name;
	uint64_t value; /* as in the file */
	uint64_t size;
	unsigned char bind;	  /* STB_* */
	unsigned char type;	  /* STT_* */
	unsigned char visibility; /* STV_* */
	size_t section;		  /* index, 0 when undefined */
	bool absolute;
};

/* The kernel's name: "x86_64", "i386", "aarch64" ... or "machine-N". */
const char *kabi_elf_arch(const struct kabi_elf *elf);
bool kabi_elf_is_relocatable(const struct kabi_elf *elf);
/* The name to use in messages: "lib.a(x.o)" for a member. */
const char *kabi_elf_name(const struct kabi_elf *elf);

/*
 * Both call back for each; an error of the callback ends it and is returned.
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

/* For each ELF file in the file at path: itself, or an archive's members. */
struct kabi_error *kabi_elf_for_each_file(
	const char *path,
	struct kabi_error *(*visit)(void *context, struct kabi_elf *elf),
	void *context) kabi_must_check;

#endif /* KABI_TOOLS_ELF_H */
