/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The records into the assembler file. Needs gcc-compat.h before it. */
#ifndef KABI_PLUGIN_EMIT_H
#define KABI_PLUGIN_EMIT_H

struct kabi_recorder;

/* At PLUGIN_FINISH_UNIT; a failure is an error of the compilation. */
void kabi_emit(struct kabi_recorder *recorder);

#endif /* KABI_PLUGIN_EMIT_H */
