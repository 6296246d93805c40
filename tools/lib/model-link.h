/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The links among records, made by kabi_model_finish(); for model.c. */
#ifndef KABI_TOOLS_MODEL_LINK_H
#define KABI_TOOLS_MODEL_LINK_H

#include "model.h"

/*
 * From the sorted records: by_kind, the chains of variants and the index of
 * their first ones.
 */
void kabi_link_records(struct kabi_model *model);

/* kabi_model_find() with an interned name. */
const struct kabi_record *kabi_link_find(const struct kabi_model *model,
					 enum kabi_kind kind, const char *name);

#endif /* KABI_TOOLS_MODEL_LINK_H */
