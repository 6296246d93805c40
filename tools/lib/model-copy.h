/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Records of one model in another one that is beside it
 * (kabi_model_create_beside()), for a tenth of what parsing them costs.
 */
#ifndef KABI_TOOLS_MODEL_COPY_H
#define KABI_TOOLS_MODEL_COPY_H

#include "model.h"
#include "ptrmap.h"

struct kabi_copier {
	struct kabi_model *model;  /* that gets the copies */
	struct kabi_ptrmap copies; /* type -> its place in types[] */
	struct kabi_type **types;
	size_t n_types, room_types;
};

void kabi_copier_init(struct kabi_copier *copier, struct kabi_model *model);
void kabi_copier_deinit(struct kabi_copier *copier);

/*
 * Adds a copy of a record of the other, finished model. What cannot change is
 * not copied but lent: only types and what holds them are the model's own.
 */
void kabi_copier_add(struct kabi_copier *copier,
		     const struct kabi_record *record);

#endif /* KABI_TOOLS_MODEL_COPY_H */
