/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which symbols the kernel exports, with licence, namespace and module. ELF
 * files say it in their export tables:
 *
 *   up to Linux 6.3 in every object, and in finished files (vmlinux, .ko) to
 *   this day: a symbol __ksymtab_NAME for each entry, in section
 *   ___ksymtab+NAME or __ksymtab, with _gpl for EXPORT_SYMBOL_GPL; its
 *   namespace is the string at __kstrtabns_NAME, if there is such a symbol
 *   (include/linux/export.h, include/linux/export-internal.h);
 *
 *   from 6.4 on in objects: a symbol __export_symbol_NAME in .export_symbol
 *   that labels two strings, "GPL" or "", and the namespace.
 *
 * Module.symvers, where the kernel was built, has a line for each export of the
 * kernel and all its modules.
 */
#ifndef KABI_TOOLS_EXPORTS_H
#define KABI_TOOLS_EXPORTS_H

#include "elf.h"
#include "model.h"
#include "notices.h"
#include "versions.h"

/* Where an export is known from. */
enum kabi_export_origin {
	KABI_EXPORT_INDEX,  /* Module.symvers */
	KABI_EXPORT_TABLE,  /* an ELF file's export table, or a baseline */
	KABI_EXPORT_GLOBAL, /* no table: a symbol of external linkage */
};

struct kabi_export {
	const char *name;
	const char *module; /* as Module.symvers has it; NULL: unknown */
	const char *ns;	    /* NULL: none */
	const char *file;   /* that says so, for messages */
	enum kabi_license license;
	enum kabi_export_origin origin;
	/* Its version (versions.h), which only an index tells; 0: there is
	 * none. */
	uint32_t crc;
	/* Which build directory's, from 1; 0: none. An index is the truth about
	 * its own build only. */
	unsigned int build;
};

/* Can it be an export record's NAME? Names of C and assembly can. */
bool kabi_export_name_valid(const char *name);

/* All zero is an empty list. */
struct kabi_exports {
	struct kabi_arena arena;
	struct kabi_export *list;
	size_t count;
	size_t room;
	bool has_table;	       /* an index or a table was read, be it empty */
	unsigned int *indexed; /* builds whose index was read */
	size_t n_indexed;
	size_t room_indexed;
};

void kabi_exports_deinit(struct kabi_exports *exports);

/* Adds one; strings are copied, empty ones become NULL. */
void kabi_exports_add(struct kabi_exports *exports,
		      const struct kabi_export *export);
void kabi_exports_append(struct kabi_exports *exports,
			 const struct kabi_exports *from);

/*
 * Adds what the file's tables say, or, when it has none, its symbols of
 * external linkage and default visibility. Only module and build of "owner" are
 * used; without a module, what a linked file's table says is vmlinux's. A table
 * whose symbols were stripped is an error.
 */
struct kabi_error *kabi_exports_read_elf(struct kabi_exports *exports,
					 struct kabi_elf *elf,
					 const struct kabi_export *owner)
	kabi_must_check;

/* The same for Module.symvers; messages are "PATH:LINE: ...". */
struct kabi_error *kabi_exports_read_symvers(struct kabi_exports *exports,
					     const char *path,
					     unsigned int build)
	kabi_must_check;

/*
 * The versions alone, settled; of a kernel without MODVERSIONS, whose
 * Module.symvers has zeros, there are none.
 */
struct kabi_error *kabi_versions_read_symvers(struct kabi_versions *versions,
					      const char *path) kabi_must_check;

/*
 * Leaves one entry a symbol, sorted by name: what the index says where there is
 * one, globals only where no input had a table at all. Contradictions are
 * noticed.
 */
void kabi_exports_resolve(struct kabi_exports *exports,
			  struct kabi_notices *notices);

#endif /* KABI_TOOLS_EXPORTS_H */
