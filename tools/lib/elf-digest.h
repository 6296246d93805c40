/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What of an object becomes part of a kernel, as hashes (SHA-256): the same for
 * an object whose debugging information, records or module information were
 * taken out, and another one for any other code, data or relocation.
 *
 * Hashed are, in the order of their names and then of the file, the sections
 * that have a place in memory (SHF_ALLOC): name, flags, alignment, size and
 * bytes. What kbuild makes beside an object when it links a module, and what
 * describes the file, does not count: .modinfo, __versions*, .note*,
 * .gnu.linkonce.this_module. Numbers of sections and symbols do not count, and
 * neither do the names of local symbols.
 */
#ifndef KABI_TOOLS_ELF_DIGEST_H
#define KABI_TOOLS_ELF_DIGEST_H

#include "elf.h"

enum kabi_digest_part {
	KABI_DIGEST_CODE, /* SHF_EXECINSTR */
	KABI_DIGEST_DATA,
	KABI_DIGEST_RELOCATIONS, /* of both: place, type, addend, target */
	KABI_DIGEST_PARTS,
};

/* "code" ... */
extern const char *const kabi_digest_words[KABI_DIGEST_PARTS + 1];

struct kabi_digest {
	char hex[KABI_DIGEST_PARTS][65]; /* with their NUL bytes */
};

struct kabi_error *kabi_elf_digest(struct kabi_elf *elf,
				   struct kabi_digest *ret) kabi_must_check;

/* Of any bytes. */
void kabi_digest_bytes(const char *bytes, size_t length, char hex[65]);

#endif /* KABI_TOOLS_ELF_DIGEST_H */
