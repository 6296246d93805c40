/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Compatible types in the sense of C: may one be declared where the other is
 * defined? u32 and unsigned int are, an enum and the integer it is stored in,
 * () and (int), [] and [4]; tags by their name.
 */
#ifndef KABI_TOOLS_COMPAT_H
#define KABI_TOOLS_COMPAT_H

#include "model.h"

/* Both of one finished model. */
bool kabi_types_compatible(const struct kabi_type *a,
			   const struct kabi_type *b);

#endif /* KABI_TOOLS_COMPAT_H */
