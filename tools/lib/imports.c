// SPDX-License-Identifier: GPL-2.0-or-later
/* What objects need from elsewhere; see imports.h. */
#include "imports.h"

#include <string.h>

void kabi_imports_add(const struct kabi_imports *imports,
		      struct kabi_model *model)
{
	for (size_t i = 0; i < imports->n; i++) {
		const char *name = imports->names[i];
		struct kabi_record *record = kabi_model_add_empty(
			model, KABI_KIND_EXPORT,
			kabi_model_intern(model, name, strlen(name)));

		record->license = KABI_LICENSE_EXTERNAL;
		record->weak = imports->is_weak[i];
	}
}

void kabi_imports_deinit(struct kabi_imports *imports)
{
	kabi_arena_deinit(&imports->arena);
}
