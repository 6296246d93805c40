/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A set of strings: equal strings become one, so that they can be compared by
 * their pointers. Strings may hold NULs (their length counts) and are also
 * closed by one. Nothing depends on the order of the table: it has none.
 */
#ifndef KABI_TOOLS_STRTAB_H
#define KABI_TOOLS_STRTAB_H

#include <stddef.h>

#include "alloc.h"

struct kabi_strtab;

/* The strings live in the arena, which must outlive the table. */
struct kabi_strtab *kabi_strtab_create(struct kabi_arena *arena);
void kabi_strtab_destroy(struct kabi_strtab *table);

/* The one copy of the string; at most UINT32_MAX bytes. */
const char *kabi_strtab_intern(struct kabi_strtab *table, const char *string,
			       size_t length);

/* The same, or NULL when the string is not in the table. */
const char *kabi_strtab_find(const struct kabi_strtab *table,
			     const char *string, size_t length);

/*
 * A pointer that the table keeps for the string, which is interned: NULL at
 * first, and the caller's to set. The place is valid until the next string is
 * interned.
 */
void **kabi_strtab_value(struct kabi_strtab *table, const char *string,
			 size_t length);

#endif /* KABI_TOOLS_STRTAB_H */
