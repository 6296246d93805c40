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
#include "versions.h"

/* Options of a kernel on which it depends whether objects fit. */
#define KABI_OPTION_VERSIONS "CONFIG_MODVERSIONS"
#define KABI_OPTION_ORC "CONFIG_UNWINDER_ORC"

/* Where exports are noted: see exports.h. */
#define KABI_SECTION_EXPORT_LABELS ".export_symbol"
#define KABI_SECTION_EXPORT_TABLES "___ksymtab"

/* Sorted, each once. */
struct kabi_prebuilt_names {
	const char **list;
	size_t n, room;
};

/*
 * Only what is compiled with -DMODULE has a THIS_MODULE that is a symbol
 * (include/linux/export.h, linux/init.h), an init_module (linux/module.h), or
 * tags without a prefix in .modinfo (linux/moduleparam.h,
 * __MODULE_INFO_PREFIX). Only what is compiled without it has .initcall
 * sections (linux/init.h), which the loader of modules does not call. Many
 * objects have none of these.
 */
enum kabi_use_as {
	KABI_USE_AS_ANY,
	KABI_USE_AS_LINKED,
	KABI_USE_AS_MODULE,
};

struct kabi_prebuilt {
	struct kabi_arena arena;
	struct kabi_imports imports;
	/*
	 * Names of sections that have a place in memory (SHF_ALLOC) and are not
	 * empty.
	 */
	struct kabi_prebuilt_names sections;
	/* Files, or members of archives, that were built without the plugin. */
	struct kabi_prebuilt_names bare;
	/* Paths that hold at least one that was built with it. */
	const char **recorded;
	size_t n_recorded;
	/*
	 * Imports that will have been given another name, of what stands in for
	 * them (objcopy --redefine-syms).
	 */
	struct kabi_prebuilt_names redefined;
	const char *arch; /* of the first file */
	/* What for they were compiled, as far as they say. */
	enum kabi_use_as compiled_as;
	/* How they are going to be used; if nobody says, as they were compiled.
	 */
	bool is_module;
	/* "license" and "import_ns" of .modinfo; NULL, none: not said. */
	const char *license;
	struct kabi_prebuilt_names namespaces;
	/*
	 * What a linked module says it was linked for: the release in its
	 * "vermagic", or NULL, and versions of what it imports, which are
	 * compared instead where the kernel has versions (same_magic() of
	 * kernel/module/version.c).
	 */
	const char *release;
	struct kabi_versions versions;
};

void kabi_prebuilt_deinit(struct kabi_prebuilt *prebuilt);

/* Adds a name, which is lent; all of them are in order after settling. */
void kabi_prebuilt_add(struct kabi_prebuilt_names *names, const char *name);
void kabi_prebuilt_settle(struct kabi_prebuilt_names *names);
/* Of settled names. */
bool kabi_prebuilt_has(const struct kabi_prebuilt_names *names,
		       const char *name);

/* Adds a copy to prebuilt->redefined. */
void kabi_prebuilt_redefine(struct kabi_prebuilt *prebuilt, const char *symbol);

/*
 * May it use what is exported GPL-only? As license_is_gpl_compatible() of
 * include/linux/license.h; true when it does not say.
 */
bool kabi_prebuilt_is_gpl(const struct kabi_prebuilt *prebuilt);

#endif /* KABI_TOOLS_PREBUILT_H */
