/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Symbols of objects that will have another name: lines "OLD NEW", as objcopy
 * --redefine-syms has them, empty lines, and comments from # on.
 */
#ifndef KABI_TOOLS_REDEFINE_H
#define KABI_TOOLS_REDEFINE_H

#include "prebuilt.h"

struct kabi_error *kabi_redefine_read(struct kabi_prebuilt *prebuilt,
				      const char *path) kabi_must_check;

#endif /* KABI_TOOLS_REDEFINE_H */
