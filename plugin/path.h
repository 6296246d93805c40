/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Names of source files that are the same on every build machine. Works on
 * names alone, never looks at the file system. docs/format.md 2 has the rules.
 */
#ifndef KABI_PLUGIN_PATH_H
#define KABI_PLUGIN_PATH_H

#include <stdbool.h>

#include <kabi/cleanup.h>

#ifdef __cplusplus
extern "C" {
#endif

struct kabi_paths;

/*
 * "cwd" is where relative names begin, absolute. NULL when there is no memory.
 */
struct kabi_paths *kabi_paths_create(const char *cwd);
void kabi_paths_destroy(struct kabi_paths *paths);

/*
 * Files below "directory" are named relative to it, or to the innermost of
 * several such roots. Returns false when there is no memory.
 */
bool kabi_paths_add_root(struct kabi_paths *paths, const char *directory)
	kabi_must_check;

/* Where the main file is; what lies nearby is named relative to it. */
bool kabi_paths_set_main(struct kabi_paths *paths, const char *file)
	kabi_must_check;

/*
 * The name of a file; lives as long as "paths", and equal names are equal
 * pointers. NULL when there is no memory. "mapped" is what -ffile-prefix-map
 * makes of it, or the file itself: a relative name that the user maps to is
 * taken as it is.
 */
const char *kabi_paths_name(struct kabi_paths *paths, const char *file,
			    const char *mapped);

/*
 * The same for a system header: "<NAME>", relative to "include", the directory
 * through which it was found, or only its last part when that is NULL.
 */
const char *kabi_paths_system_name(struct kabi_paths *paths, const char *file,
				   const char *include);

#ifdef __cplusplus
}
#endif

#endif /* KABI_PLUGIN_PATH_H */
