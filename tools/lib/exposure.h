/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The grammar of `exposure` records (docs/format.md 2), on their text: nearly
 * all of them are only looked at and dropped, since what one object depends on
 * is nothing that a kernel offers.
 */
#ifndef KABI_TOOLS_EXPOSURE_H
#define KABI_TOOLS_EXPOSURE_H

#include "model.h"
#include "scan.h"

/* The NAMEs of what is no type but lists names, an `access` line each. */
#define KABI_EXPOSURE_MACROS "macros"
#define KABI_EXPOSURE_ENUMERATORS "enumerators"

/*
 * Steps over "struct.TAG", "union.TAG" or "typedef.NAME", or one of the lists;
 * 0: there is none.
 */
size_t kabi_exposure_span_name(struct kabi_scanner *scanner);

/* Is it one of the lists? They may be empty. */
bool kabi_exposure_is_list(const char *name, size_t length);

/*
 * The line at the cursor, "access a.b"; in a list nothing else. The length of
 * the path to the member, which ends at the cursor, is 0 where there is none.
 */
struct kabi_error *kabi_exposure_scan(struct kabi_scanner *scanner,
				      bool is_list, enum kabi_dependence *how,
				      size_t *path) kabi_must_check;

/* Is the text of a whole record as it must be? */
struct kabi_error *kabi_exposure_check(const char *text, size_t length)
	kabi_must_check;

/*
 * "struct" and "foo" of the record "struct.foo"; the name is lent. Of a list
 * that is the kind of what has those names, and NULL.
 */
enum kabi_kind kabi_exposure_type(const struct kabi_record *record,
				  const char **name);

/* Is the name on the list? */
bool kabi_exposure_lists(const struct kabi_record *list, const char *name);

#endif /* KABI_TOOLS_EXPOSURE_H */
