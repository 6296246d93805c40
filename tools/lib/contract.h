/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What prebuilt objects were compiled for: all that they take for granted of
 * the kernel around them, from the objects themselves.
 */
#ifndef KABI_TOOLS_CONTRACT_H
#define KABI_TOOLS_CONTRACT_H

#include "consumers.h"
#include "input.h"
#include "prebuilt.h"

struct kabi_contract {
	struct kabi_prebuilt prebuilt;
	/* The objects' own records; what they import are its exports. */
	struct kabi_model *model;
	/* Each of them, and what of the model its code depends on. */
	struct kabi_consumers *consumers;
};

/*
 * Into storage of the caller's that is all zero; on an error too there is
 * something to be deinitialised. "options" are for kabi_input_load().
 */
struct kabi_error *kabi_contract_read(struct kabi_contract *contract,
				      const char *const *paths, size_t n_paths,
				      const struct kabi_input_options *options)
	kabi_must_check;
void kabi_contract_deinit(struct kabi_contract *contract);

#endif /* KABI_TOOLS_CONTRACT_H */
