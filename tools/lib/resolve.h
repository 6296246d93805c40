/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Which of the texts that all TUs together have stand in a baseline
 * (docs/format.md 4): records that say the same about different places become
 * one, a definition stands for the declarations that agree with it, and what is
 * left under one name are its variants.
 */
#ifndef KABI_TOOLS_RESOLVE_H
#define KABI_TOOLS_RESOLVE_H

#include <stddef.h>
#include <stdint.h>

#include "error.h"
#include "pool.h"

enum kabi_resolved_flags {
	KABI_RESOLVED_VARIANT = 1 << 0, /* one of several of its name */
	/*
	 * A variant that contradicts another one: a layout of a tag that is not
	 * of block scope, or a declaration that no definition agrees with.
	 */
	KABI_RESOLVED_CONFLICT = 1 << 1,
	KABI_RESOLVED_PROBLEM = 1 << 2, /* holds `!` lines */
};

/* Numbers are those of the pool's texts. */
struct kabi_resolution {
	uint32_t *stands_for; /* by number: the kept text that has its place */
	unsigned char *flags; /* by number, of the kept ones */
	uint32_t *kept;	      /* sorted by kind, name, text */
	size_t n_kept;
};

/*
 * Public globs decide which of several places of one definition is named: one
 * that consumers see, if there is one. On an error *culprit is the text that is
 * wrong, or UINT32_MAX.
 */
struct kabi_error *kabi_resolve(const struct kabi_pool *pool,
				const char *const *public_globs,
				size_t n_public_globs,
				struct kabi_resolution **ret, uint32_t *culprit)
	kabi_must_check;
void kabi_resolution_destroy(struct kabi_resolution *resolution);
static inline void kabi_resolution_cleanup(struct kabi_resolution **resolution)
{
	kabi_resolution_destroy(*resolution);
}

#endif /* KABI_TOOLS_RESOLVE_H */
