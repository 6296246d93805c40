/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * An output file that replaces the old one only when all went well: written to
 * a temporary name beside it and renamed by _commit. "-" or NULL is stdout.
 * _commit reports write errors (a full disk); _destroy without _commit removes
 * the temporary and leaves the old file as it was, and so do SIGINT, SIGTERM
 * and SIGHUP. A target that is not a regular file (/dev/full, a pipe) is
 * written directly. A symbolic link stays one: what it points to is replaced.
 * The new file has the permissions of the old one, or what the umask leaves.
 */
#ifndef KABI_TOOLS_OUTPUT_H
#define KABI_TOOLS_OUTPUT_H

#include <stdio.h>

#include "error.h"

struct kabi_output;

struct kabi_error *kabi_output_create(const char *path,
				      struct kabi_output **ret) kabi_must_check;
FILE *kabi_output_stream(struct kabi_output *output);
struct kabi_error *kabi_output_commit(struct kabi_output *output)
	kabi_must_check;
void kabi_output_destroy(struct kabi_output *output);

static inline void kabi_output_cleanup(struct kabi_output **output)
{
	kabi_output_destroy(*output);
}

#endif /* KABI_TOOLS_OUTPUT_H */
