/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Inside of the differ: whom a change hits. What each kind of change asks of a
 * consumer is in docs/verdicts.md, "Consumers".
 */
#ifndef KABI_TOOLS_DIFF_CONSUMERS_H
#define KABI_TOOLS_DIFF_CONSUMERS_H

#include "differ.h"

struct kabi_diff_user {
	size_t consumer; /* its number in the list */
	const struct kabi_use *use;
};

/* By record I of OLD, who depends on it: users[first[I]..first[I + 1]]. */
struct kabi_diff_uses {
	size_t *first;
	struct kabi_diff_user *users;
};

/* diff-uses.c */

/* NULL of NULL. */
struct kabi_diff_uses *
kabi_diff_uses_create(const struct kabi_consumers *consumers,
		      const struct kabi_model *old_model);
void kabi_diff_uses_destroy(struct kabi_diff_uses *uses);

/* Does any consumer depend on the layout of that type, in any variant? */
bool kabi_diff_is_used(const struct kabi_differ *differ,
		       const struct kabi_record *old_record);

/* The counts of the finished changes, and who was not built against OLD. */
void kabi_diff_count_hits(struct kabi_differ *differ);

/* diff-consumers.c */

/*
 * Sets the hits of a root and of its children, whose hits are the root's too.
 * What is private and hits has the level that it would have if it were not.
 */
void kabi_diff_find_hits(struct kabi_differ *differ,
			 struct kabi_diff_entry *root);

#endif /* KABI_TOOLS_DIFF_CONSUMERS_H */
