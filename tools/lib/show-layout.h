/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Declarations in C with their layout in comments, as pahole's readers know it.
 */
#ifndef KABI_TOOLS_SHOW_LAYOUT_H
#define KABI_TOOLS_SHOW_LAYOUT_H

#include <stdio.h>

#include "model.h"

/* Comments behind declarations begin at this column where that is free. */
enum {
	KABI_SHOW_COLUMN = 56
};

/*
 * "LEAD TYPE NAME" without semicolon or newline. An untagged struct or union
 * in the type is written out, with its totals. Returns the column in which the
 * text ends.
 */
size_t kabi_show_declaration(FILE *stream, const struct kabi_model *model,
			     const char *lead, const struct kabi_type *type,
			     const char *name);

/* From "{" to "}" (and an attribute), with the totals and the problems. */
void kabi_show_layout(FILE *stream, const struct kabi_model *model,
		      const struct kabi_body *body, const char *const *problems,
		      size_t n_problems);

/* Comments: what the plugin could not record must not look complete. */
void kabi_show_problems(FILE *stream, int depth, const char *const *problems,
			size_t n_problems);

#endif /* KABI_TOOLS_SHOW_LAYOUT_H */
