/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The bytes of a .kabi section as assembler text for gas. */
#ifndef KABI_PLUGIN_ENCODE_H
#define KABI_PLUGIN_ENCODE_H

#include <stddef.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Compresses a TU's records and writes the section that holds them, in lines
 * that hold any byte but NUL, newline and carriage return. "type_prefix" is
 * what introduces a section's type: '@', or '%' where gas takes '@' for a
 * comment. Returns NULL, or what went wrong; errors of the stream are the
 * caller's to check.
 */
const char *kabi_encode_section(FILE *stream, const char *body, size_t length,
				char type_prefix);

#ifdef __cplusplus
}
#endif

#endif /* KABI_PLUGIN_ENCODE_H */
