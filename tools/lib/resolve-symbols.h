/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Functions and variables whose texts differ in more than places: u32 in the
 * header and unsigned int in the file that defines it are the same, two
 * prototypes are not. For resolve.c.
 */
#ifndef KABI_TOOLS_RESOLVE_SYMBOLS_H
#define KABI_TOOLS_RESOLVE_SYMBOLS_H

#include "resolve.h"

struct kabi_symbol_groups;

struct kabi_symbol_groups *kabi_symbol_groups_create(void);
void kabi_symbol_groups_destroy(struct kabi_symbol_groups *groups);

/* The texts of one name: _begin, then _add for each. */
void kabi_symbol_groups_begin(struct kabi_symbol_groups *groups);
void kabi_symbol_groups_add(struct kabi_symbol_groups *groups, uint32_t number);

/*
 * Sets stands_for and flags of the groups' texts. The types that they name are
 * taken from the texts that "resolution" has kept so far. On an error *culprit
 * is the text that is wrong, or unchanged.
 */
struct kabi_error *kabi_symbol_groups_resolve(
	const struct kabi_symbol_groups *groups, const struct kabi_pool *pool,
	struct kabi_resolution *resolution, uint32_t *culprit) kabi_must_check;

#endif /* KABI_TOOLS_RESOLVE_SYMBOLS_H */
