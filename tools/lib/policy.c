// SPDX-License-Identifier: GPL-2.0-or-later
/* The policies that are shipped, and what a policy says of changes. */
#include "policy.h"

#include <string.h>

#include "policy-private.h"

/* In the words of a rules file; docs/rules.md tells why. */
static const char shipped[] =
	"[policy full]\n"
	"description = any break\n"
	"fail = break\n"
	"[policy lts]\n"
	"description = signatures of exported symbols, and how it was built\n"
	"fail = break symbol-removed, symbol-kind-changed\n"
	"fail = break symbol-license-tightened, symbol-namespace-changed\n"
	"fail = break return-type-changed, parameter-*, variadic-changed\n"
	"fail = break function-attribute-changed\n"
	"fail = break setting-changed, hidden-call-missing\n"
	"fail = risk section-removed\n"
	"[policy listed]\n"
	"description = any break that reaches a symbol of --symbols\n"
	"fail = break\n"
	"only-listed = yes\n";

static const struct kabi_policy *find(const struct kabi_rules *rules,
				      const char *name)
{
	for (size_t i = 0; i < rules->n_policies; i++) {
		if (!strcmp(rules->policies[i]->name, name))
			return rules->policies[i];
	}
	return NULL;
}

const struct kabi_policy *kabi_policy_find(struct kabi_rules *rules,
					   const char *name)
{
	struct kabi_ini ini = {
		.path = "shipped policies",
		.at = shipped,
		.end = shipped + strlen(shipped),
		.arena = &rules->arena,
		.next_line = 1,
	};

	if (!rules->has_shipped) {
		rules->has_shipped = true;
		/* Ours is right: a test reads each of them. */
		kabi_error_destroy(kabi_rules_read_own(rules, &ini, ""));
	}
	return find(rules, name);
}

bool kabi_policy_is_listed(const struct kabi_policy *policy)
{
	return policy->only_listed;
}

/* A level and ids that hold of the change or of what follows from it. */
static bool is_hit(const struct kabi_policy_clause *clause,
		   const struct kabi_change *change)
{
	if (change->level >= clause->level &&
	    (!clause->ids.given || clause->ids.has[change->verdict]))
		return true;
	for (size_t i = 0; i < change->n_children; i++) {
		if (is_hit(clause, change->children[i]))
			return true;
	}
	return false;
}

static bool is_listed(void *list, const char *symbol)
{
	return kabi_symlist_has(list, symbol);
}

/* How all functions are compiled reaches all of them, listed ones too. */
static bool is_of_all(const struct kabi_change *change)
{
	return change->verdict == KABI_VERDICT_SETTING_CHANGED ||
	       change->verdict == KABI_VERDICT_COMPILER_CHANGED ||
	       change->verdict == KABI_VERDICT_HIDDEN_CALL_MISSING;
}

static bool fails(const struct kabi_policy *policy,
		  const struct kabi_changes *changes,
		  const struct kabi_change *change, enum kabi_level fail_on,
		  const struct kabi_symlist *list)
{
	if (policy->only_listed && !is_of_all(change) &&
	    !(list &&
	      kabi_change_any_symbol(changes, change, is_listed, (void *)list)))
		return false;
	if (fail_on != KABI_LEVEL_COUNT)
		return change->level >= fail_on;
	for (size_t i = 0; i < policy->n_clauses; i++) {
		if (is_hit(&policy->clauses[i], change))
			return true;
	}
	return false;
}

void kabi_policy_judge(const struct kabi_policy *policy,
		       struct kabi_changes *changes, enum kabi_level fail_on,
		       const struct kabi_symlist *list)
{
	changes->n_failing = 0;
	for (size_t i = 0; i < changes->n_changes; i++) {
		struct kabi_change *change = changes->changes[i];

		change->fails = fails(policy, changes, change, fail_on, list);
		changes->n_failing += change->fails;
	}
}
