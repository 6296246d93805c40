// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The rules over all changes.
 *
 * A root goes when a rule accepts it together with all that follows from it. So
 * a rule about a struct does not hide that, since it was written, another
 * struct has got to hold that one by value: what follows elsewhere has to be
 * named by the rule, or by a rule of its own.
 */
#include <stdlib.h>
#include <string.h>

#include "rules-private.h"

static bool matches(const struct kabi_rules_run *run, struct kabi_rule *rule,
		    const struct kabi_change *change,
		    const struct kabi_change *root)
{
	bool ret = rule->kind == KABI_RULE_ACCEPT
			   ? kabi_accept_matches(run, rule, change, root)
			   : kabi_suppress_matches(run, rule, change, root);

	rule->is_used |= ret;
	return ret;
}

static bool covers(const struct kabi_rule *rule, const struct kabi_change *root,
		   const struct kabi_change *child)
{
	return rule->kind == KABI_RULE_ACCEPT
		       ? kabi_accept_covers(rule->accept, root, child)
		       : kabi_suppress_covers(root, child);
}

/* Does any rule accept the child for itself? */
static bool is_accepted(const struct kabi_rules_run *run,
			const struct kabi_change *child,
			const struct kabi_change *root)
{
	const struct kabi_rules_list *lists[2];
	bool ret = false;

	kabi_rules_index_find(run->index, child->subject, lists);
	/* To the end: it tells which rules are used. */
	for (int list = 0; list < 2; list++) {
		for (size_t i = 0; i < lists[list]->n; i++)
			ret |= matches(run, lists[list]->rules[i], child, root);
	}
	return ret;
}

static bool covers_children(const struct kabi_rules_run *run,
			    const struct kabi_rule *rule,
			    const struct kabi_change *root,
			    const struct kabi_change *parent)
{
	bool ret = true;

	for (size_t i = 0; i < parent->n_children; i++) {
		const struct kabi_change *child = parent->children[i];

		if (!covers(rule, root, child) &&
		    !is_accepted(run, child, root))
			ret = false;
		else if (!covers_children(run, rule, root, child))
			ret = false;
	}
	return ret;
}

/* The first rule that accepts all of it, or NULL. */
static const struct kabi_rule *accepting(const struct kabi_rules_run *run,
					 const struct kabi_change *root)
{
	const struct kabi_rule *found = kabi_symbols_accept(run, root);
	const struct kabi_rules_list *lists[2];

	kabi_rules_index_find(run->index, root->subject, lists);
	for (int list = 0; list < 2; list++) {
		for (size_t i = 0; i < lists[list]->n; i++) {
			struct kabi_rule *rule = lists[list]->rules[i];

			if (matches(run, rule, root, root) &&
			    covers_children(run, rule, root, root) &&
			    (!found || rule->index < found->index))
				found = rule;
		}
	}
	return found;
}

static const char *text(struct kabi_changes *changes, const char *string)
{
	return kabi_arena_strndup(&changes->arena, string, strlen(string));
}

static void accept(struct kabi_changes *changes, struct kabi_change *change,
		   const struct kabi_rule *rule)
{
	kabi_cleanup(kabi_free_cleanup) char *origin =
		kabi_xasprintf("%s:%lu", rule->path, rule->line);

	changes->accepted[changes->n_accepted++] = (struct kabi_accepted){
		.change = change,
		.reason = text(changes, rule->reason),
		.origin = text(changes, origin),
	};
	changes->suppressed++;
}

static int compare_consumers(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* How many consumers the changes that are left hit. */
static void count_hits(struct kabi_changes *changes)
{
	kabi_cleanup(kabi_free_cleanup) const char **names = NULL;
	size_t n = 0;

	changes->n_changes_hit = changes->n_consumers_hit = 0;
	for (size_t i = 0; i < changes->n_changes; i++) {
		changes->n_changes_hit += changes->changes[i]->n_hits > 0;
		n += changes->changes[i]->n_hits;
	}
	if (!n)
		return;
	names = kabi_xcalloc(n, sizeof(*names));
	n = 0;
	for (size_t i = 0; i < changes->n_changes; i++) {
		const struct kabi_change *change = changes->changes[i];

		for (size_t j = 0; j < change->n_hits; j++)
			names[n++] = change->hits[j].consumer;
	}
	qsort(names, n, sizeof(*names), compare_consumers);
	for (size_t i = 0; i < n; i++)
		changes->n_consumers_hit += !i ||
					    strcmp(names[i - 1], names[i]) != 0;
}

static void count_symbols(struct kabi_changes *changes)
{
	size_t words = (changes->n_symbol_names + 63) / 64;
	kabi_cleanup(kabi_free_cleanup)
		uint64_t *all = kabi_xcalloc(words + 1, sizeof(*all));

	for (size_t i = 0; i < changes->n_changes; i++) {
		const uint64_t *set = changes->changes[i]->symbol_set;

		for (size_t word = 0; set && word < words; word++)
			all[word] |= set[word];
	}
	changes->symbols_affected = 0;
	for (size_t word = 0; word < words; word++)
		changes->symbols_affected += __builtin_popcountll(all[word]);
}

void kabi_rules_apply(struct kabi_rules *rules, struct kabi_changes *changes,
		      const struct kabi_model *old_model,
		      const struct kabi_model *new_model)
{
	struct kabi_rules_run run = {
		.rules = rules,
		.changes = changes,
		.models = { old_model, new_model },
	};
	struct kabi_rules_index *index;
	bool has_held = false;
	size_t n = 0;

	if (!rules->n_rules)
		return;
	index = kabi_rules_index_create(rules);
	run.index = index;
	run.answers = kabi_symbol_answers_create(rules);
	run.held = kabi_strtab_create(&rules->arena);
	run.has_held = &has_held;
	changes->accepted = kabi_arena_alloc(
		&changes->arena,
		(changes->n_changes + 1) * sizeof(*changes->accepted));
	for (size_t i = 0; i < changes->n_changes; i++) {
		struct kabi_change *change = changes->changes[i];
		const struct kabi_rule *rule = accepting(&run, change);

		if (rule) {
			accept(changes, change, rule);
			changes->by_level[change->level]--;
		} else {
			changes->changes[n++] = change;
		}
	}
	kabi_strtab_destroy(run.held);
	kabi_symbol_answers_destroy(run.answers);
	kabi_rules_index_destroy(index);
	changes->n_changes = n;
	count_symbols(changes);
	count_hits(changes);
}
