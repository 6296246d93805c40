/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Inputs that are committed: "git:REV:PATH" is the file PATH of the revision
 * REV, as `git show REV:PATH` would print it in the current directory. git
 * itself reads it, so that whatever git calls a revision is one.
 */
#ifndef KABI_TOOLS_GIT_H
#define KABI_TOOLS_GIT_H

#include <stdbool.h>

#include "blob.h"

/* Does it begin with "git:"? (A file of such a name is "./git:...".) */
bool kabi_git_is_input(const char *name);

/* The last part of PATH, for those who go by the names of files. */
const char *kabi_git_file(const char *name);

/*
 * The file's bytes, decompressed where they are not. Messages begin with the
 * name, and tell what git said.
 */
struct kabi_error *kabi_git_open(const char *name, struct kabi_blob **ret)
	kabi_must_check;

#endif /* KABI_TOOLS_GIT_H */
