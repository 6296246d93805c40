/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What the ELF files of prebuilt objects say of themselves, with or without
 * .kabi: what they need from elsewhere, where their code and data lie, and
 * whether they are loaded as a module or linked into the kernel.
 */
#ifndef KABI_TOOLS_PREBUILT_H
#define KABI_TOOLS_PREBUILT_H

#include <stdbool.h>

#include "imports.h"

/* Sorted, each once. */
struct kabi_prebuilt_names {
	const char **list;
	size_t n, room;
};

struct kabi_prebuilt {
	struct kabi_arena arena;
	struct kabi_imports imports;
	/* Names of sections that have a place in memory (SHF_ALLOC). */
	struct kabi_prebuilt_names sections;
	/* Files, or members of archives, that were built without the plugin. */
	struct kabi_prebuilt_names bare;
	/* Paths that hold at least one that was built with it. */
	const char **recorded;
	size_t n_recorded;
	const char *arch; /* of the first file */
	/*
	 * Compiled with -DMODULE, by what only such objects have: THIS_MODULE
	 * is a symbol (include/linux/export.h, linux/init.h), module_init()
	 * defines init_module (linux/module.h), and the tags of .modinfo have
	 * no prefix (linux/moduleparam.h, __MODULE_INFO_PREFIX). An object that
	 * has none of these may be either; then this is false.
	 */
	bool is_module;
	/* "license" and "import_ns" of .modinfo; NULL, none: not said. */
	const char *license;
	struct kabi_prebuilt_names namespaces;
};

void kabi_prebuilt_deinit(struct kabi_prebuilt *prebuilt);

bool kabi_prebuilt_has(const struct kabi_prebuilt_names *names,
		       const char *name);

/*
 * May it use what is exported GPL-only? As license_is_gpl_compatible() of
 * include/linux/license.h; true when it does not say.
 */
bool kabi_prebuilt_is_gpl(const struct kabi_prebuilt *prebuilt);

#endif /* KABI_TOOLS_PREBUILT_H */
