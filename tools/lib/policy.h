/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Policies: which changes fail the gate. Some are shipped (policy.c), others
 * are [policy NAME] sections of a rules file (docs/rules.md).
 */
#ifndef KABI_TOOLS_POLICY_H
#define KABI_TOOLS_POLICY_H

#include "change.h"
#include "symlist.h"

struct kabi_policy;
struct kabi_rules;

/*
 * The policy of that name, shipped or of the rules; NULL: there is none. It
 * lives as long as the rules.
 */
const struct kabi_policy *kabi_policy_find(struct kabi_rules *rules,
					   const char *name);
/* Does it ask for a list of symbols, and only about what reaches these? */
bool kabi_policy_is_listed(const struct kabi_policy *policy);

/*
 * Sets "fails" of every root that fails, and how many there are. "fail_on": the
 * level that takes the place of the policy's own one (--fail-on), or
 * KABI_LEVEL_COUNT. "list" may be NULL when the policy asks for none.
 */
void kabi_policy_judge(const struct kabi_policy *policy,
		       struct kabi_changes *changes, enum kabi_level fail_on,
		       const struct kabi_symlist *list);

#endif /* KABI_TOOLS_POLICY_H */
