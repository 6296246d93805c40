/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Allow-lists of exported symbols, in the shapes that distributions have: one
 * symbol a line with `#` comments, an INI header in brackets (RHEL's
 * [..._stablelist] and [..._whitelist], Android's [abi_symbol_list]) is
 * skipped.
 */
#ifndef KABI_TOOLS_SYMLIST_H
#define KABI_TOOLS_SYMLIST_H

#include "model.h"

struct kabi_symlist;

struct kabi_error *kabi_symlist_read(const char *path,
				     struct kabi_symlist **ret) kabi_must_check;
/* Of names that are copied. */
struct kabi_symlist *kabi_symlist_create(const char *const *names, size_t n);
void kabi_symlist_destroy(struct kabi_symlist *list);
static inline void kabi_symlist_cleanup(struct kabi_symlist **list)
{
	kabi_symlist_destroy(*list);
}
bool kabi_symlist_has(const struct kabi_symlist *list, const char *symbol);

/*
 * Calls "missing" for each listed symbol that none of the n finished models
 * exports, in the order of their names.
 */
void kabi_symlist_missing(const struct kabi_symlist *list,
			  struct kabi_model *const *models, size_t n,
			  void (*missing)(void *context, const char *symbol),
			  void *context);

/*
 * Keeps of a finished model only the exports on the list and what they reach;
 * macros, enums (their values are compiled into those who use them, reached or
 * not) and settings stay.
 */
void kabi_symlist_filter(struct kabi_model *model,
			 const struct kabi_symlist *list);

#endif /* KABI_TOOLS_SYMLIST_H */
