/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What objects that are going to be linked together need from elsewhere: their
 * undefined symbols that none of them defines.
 */
#ifndef KABI_TOOLS_IMPORTS_H
#define KABI_TOOLS_IMPORTS_H

#include <stdbool.h>

#include "alloc.h"
#include "error.h"
#include "model.h"

struct kabi_imports {
	struct kabi_arena arena;
	const char **names; /* sorted, each once */
	/* By name: nobody minds when it is not there (STB_WEAK). */
	bool *is_weak;
	size_t n;
};

/* As exports of a model that is not finished. */
void kabi_imports_add(const struct kabi_imports *imports,
		      struct kabi_model *model);
void kabi_imports_deinit(struct kabi_imports *imports);

#endif /* KABI_TOOLS_IMPORTS_H */
