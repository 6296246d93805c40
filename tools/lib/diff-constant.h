/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Inside of the differ: named constants, which may be enumerators on one side
 * and macros on the other, or move from one enum to another. For those who use
 * them nothing changed as long as the name has its value.
 */
#ifndef KABI_TOOLS_DIFF_CONSTANT_H
#define KABI_TOOLS_DIFF_CONSTANT_H

#include "differ.h"

struct kabi_diff_constant {
	const struct kabi_record *record; /* an enum or a macro */
	__int128 value;
	int line; /* relative to the record's, or INT_MIN */
};

/*
 * The constant of that name on that side that came there, or went from there:
 * its enum (or the macros) of the other side does not have the name. False when
 * there is none.
 */
bool kabi_diff_constant_find(struct kabi_differ *differ,
			     enum kabi_diff_side side, const char *name,
			     struct kabi_diff_constant *ret);

const char *kabi_diff_value_text(struct kabi_differ *differ, __int128 value);

/* An enumerator that only counts the others moved; macros may follow it. */
void kabi_diff_sentinel_add(struct kabi_differ *differ,
			    const struct kabi_record *record,
			    const struct kabi_enumerator *old_enumerator,
			    const struct kabi_enumerator *new_enumerator);
/* Does the macro follow a sentinel, of its file or of its name? */
bool kabi_diff_sentinel_has(const struct kabi_differ *differ,
			    const struct kabi_record *old_macro,
			    const struct kabi_record *new_macro);

/* FOO_MAX, NUM_FOO, __FOO_LAST ...: a name that counts others. */
bool kabi_diff_is_count_name(const char *name);

#endif /* KABI_TOOLS_DIFF_CONSTANT_H */
