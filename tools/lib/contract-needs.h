/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Of all that the units of objects recorded, what their code needs: what they
 * import and define, what `exposure` says and enumerates, inline functions, how
 * it was built; and of types what these hold by value or through typedefs.
 */
#ifndef KABI_TOOLS_CONTRACT_NEEDS_H
#define KABI_TOOLS_CONTRACT_NEEDS_H

#include "model.h"

/* The model is finished and has its `exposure` records. */
void kabi_contract_keep_needs(struct kabi_model *model);

#endif /* KABI_TOOLS_CONTRACT_NEEDS_H */
