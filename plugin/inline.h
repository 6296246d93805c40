/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Inline functions: the static and "extern inline" ones that headers define and
 * that the code of the TU can reach, each with a fingerprint of its body
 * (docs/format.md 2). Keeps declarations, changes none. Needs gcc-compat.h
 * before it.
 */
#ifndef KABI_PLUGIN_INLINE_H
#define KABI_PLUGIN_INLINE_H

#include "walk.h"

/*
 * PLUGIN_PASS_EXECUTION: takes the fingerprint of the current function before
 * the first pass changes it. Functions come here when GCC has found them to be
 * reachable, after all is parsed and before the first IPA pass.
 */
void kabi_inline_add_current(void);

/* PLUGIN_GGC_MARKING: what we hold is in use. */
void kabi_inline_mark(void);

/* A record for each. Where types are recorded: it names them. */
void kabi_inline_record(struct kabi_walk *walk);

#endif /* KABI_PLUGIN_INLINE_H */
