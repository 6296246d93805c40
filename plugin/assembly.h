/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which sections assembly switches to: the names in `.section` and
 * `.pushsection`, and in the directives that stand for one (`.text`, `.data`,
 * `.bss`). A reader of statements and nothing more: it does not expand macros.
 */
#ifndef KABI_PLUGIN_ASSEMBLY_H
#define KABI_PLUGIN_ASSEMBLY_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/*
 * A name that has been found, not terminated; NULL for one that is known only
 * when an operand (`%0`) or a macro's argument (`\name`) is.
 */
typedef void kabi_assembly_visit(void *context, const char *name,
				 size_t length);

/*
 * "comment" begins a comment in the target's assembly that ends with the line;
 * slash-star and `#` in front of a statement do everywhere.
 */
void kabi_assembly_sections(const char *text, const char *comment,
			    kabi_assembly_visit *visit, void *context);

#ifdef __cplusplus
}
#endif

#endif /* KABI_PLUGIN_ASSEMBLY_H */
