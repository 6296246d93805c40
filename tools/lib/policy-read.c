// SPDX-License-Identifier: GPL-2.0-or-later
/* Reads [policy NAME] sections. */
#include <string.h>

#include "policy-private.h"

static bool is_name(const char *name)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz"
				      "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "0123456789_.-";

	return *name && !name[strspn(name, letters)];
}

struct kabi_error *kabi_policy_begin(struct kabi_rules *rules,
				     const struct kabi_ini *ini,
				     struct kabi_policy **ret)
{
	const char *name = ini->section + strlen("policy");
	struct kabi_policy *policy;

	name += strspn(name, " \t");
	if (!is_name(name))
		return kabi_ini_error(ini,
				      "'%.60s' is no name for a policy: "
				      "letters, digits, '_', '.', '-'",
				      name);
	if (kabi_policy_find(rules, name))
		return kabi_ini_error(ini, "there is a policy %s already",
				      name);
	policy = kabi_arena_alloc(&rules->arena, sizeof(*policy));
	policy->name = name;
	kabi_array_reserve(&rules->policies, rules->n_policies,
			   &rules->room_policies, sizeof(policy));
	rules->policies[rules->n_policies++] = policy;
	*ret = policy;
	return NULL;
}

/* "LEVEL [ID-PATTERN, ...]" */
static struct kabi_error *add_clause(struct kabi_policy *policy,
				     struct kabi_arena *arena,
				     const struct kabi_ini *ini)
{
	size_t length = strcspn(ini->value, " \t");
	const char *word = kabi_arena_strndup(arena, ini->value, length);
	const char *ids = ini->value + length;
	struct kabi_policy_clause *clause;

	if (policy->n_clauses == policy->room_clauses) {
		size_t room = policy->room_clauses * 2 + 4;
		struct kabi_policy_clause *larger =
			kabi_arena_alloc(arena, room * sizeof(*larger));

		if (policy->n_clauses)
			memcpy(larger, policy->clauses,
			       policy->n_clauses * sizeof(*larger));
		policy->clauses = larger;
		policy->room_clauses = room;
	}
	clause = &policy->clauses[policy->n_clauses++];
	if (!kabi_level_parse(word, &clause->level))
		return kabi_ini_error(ini, "no such level: '%.60s'", word);
	ids += strspn(ids, " \t");
	return *ids ? kabi_ids_parse(&clause->ids, ini, ids) : NULL;
}

struct kabi_error *kabi_policy_key(struct kabi_policy *policy,
				   struct kabi_rules *rules,
				   const struct kabi_ini *ini)
{
	bool yes = !strcmp(ini->value, "yes");

	if (!strcmp(ini->key, "fail"))
		return add_clause(policy, &rules->arena, ini);
	if (!strcmp(ini->key, "description")) {
		if (policy->description)
			return kabi_ini_error(ini,
					      "description is there twice");
		policy->description = ini->value;
		return NULL;
	}
	if (strcmp(ini->key, "only-listed") != 0)
		return kabi_ini_error(ini, "[policy] has no key '%.60s'",
				      ini->key);
	if (!yes && strcmp(ini->value, "no") != 0)
		return kabi_ini_error(ini,
				      "only-listed: '%.60s' is neither "
				      "yes nor no",
				      ini->value);
	if (policy->has_only_listed)
		return kabi_ini_error(ini, "only-listed is there twice");
	policy->has_only_listed = true;
	policy->only_listed = yes;
	return NULL;
}

struct kabi_error *kabi_policy_end(struct kabi_policy *policy,
				   const struct kabi_ini *ini)
{
	if (!policy->n_clauses)
		return kabi_ini_section_error(
			ini, "policy %s fails nothing: it needs a 'fail'",
			policy->name);
	return NULL;
}
