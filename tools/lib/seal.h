/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The seal: a contract as a text (docs/format.md, "The seal"), with the hashes
 * of the objects that it is of, so that a kernel can be checked without them,
 * and they without a kernel.
 */
#ifndef KABI_TOOLS_SEAL_H
#define KABI_TOOLS_SEAL_H

#include <stdio.h>

#include "contract.h"

/* Does a file that begins with these bytes look like a seal? */
bool kabi_seal_probe(const char *bytes, size_t length);

/*
 * Into a contract that is all zero; on an error too there is something to be
 * deinitialised. "name" is the file's, for messages. An error when the text is
 * not what was written.
 */
struct kabi_error *kabi_seal_read(struct kabi_contract *contract,
				  const char *name, const char *bytes,
				  size_t length) kabi_must_check;

/* Of objects with digests. Errors of the stream are the caller's to check. */
void kabi_seal_write(FILE *stream, const struct kabi_contract *contract);

#endif /* KABI_TOOLS_SEAL_H */
