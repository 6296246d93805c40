// SPDX-License-Identifier: GPL-2.0-or-later
// The records into the assembler file: see emit.h.

#include "gcc-compat.h"

#include "emit.h"
#include "encode.h"
#include "record.h"

void kabi_emit(struct kabi_recorder *recorder)
{
	/* Where '@' begins a comment (ARM), types are written with '%'. */
	char type_prefix = ASM_COMMENT_START[0] == '@' ? '%' : '@';
	const char *problem = "out of memory";
	const char *body;
	size_t length;

	if (kabi_recorder_finish(recorder, &body, &length))
		problem = kabi_encode_section(asm_out_file, body, length,
					      type_prefix);
	if (problem)
		fatal_error(UNKNOWN_LOCATION, "kabi: %s", problem);
}
