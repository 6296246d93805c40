/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The sections that the source names (docs/format.md, "Sections"), whatever
 * becomes of them at the linker: by attribute for functions and variables,
 * static ones too, that are in the object; in assembly at file scope and in the
 * bodies that the code can reach. Not those that the compiler chooses. Needs
 * gcc-compat.h before it.
 */
#ifndef KABI_PLUGIN_SECTION_H
#define KABI_PLUGIN_SECTION_H

struct kabi_recorder;

/* An asm statement of a body, with its operands as they were written. */
void kabi_sections_add_asm(const char *text);

/* PLUGIN_ALL_IPA_PASSES_START: assembly at file scope, which is soon gone. */
void kabi_sections_close(void);

/* After that: does assembly put something into it? */
bool kabi_sections_has(const char *name);

/* PLUGIN_FINISH_UNIT: writes a `section` record for each. */
void kabi_sections_record(struct kabi_recorder *recorder);

/* How many have a name that only the assembler knows; after all else. */
unsigned int kabi_sections_nameless(void);

#endif /* KABI_PLUGIN_SECTION_H */
