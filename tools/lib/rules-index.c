// SPDX-License-Identifier: GPL-2.0-or-later
/* Which rules can match a subject. */
#include <string.h>

#include "rules-private.h"

struct kabi_rules_index {
	struct kabi_arena arena;
	struct kabi_strtab *subjects; /* -> struct kabi_rules_list */
	struct kabi_rules_list any;
};

static const struct kabi_rules_list nothing;

/* The one subject that a rule names, or NULL. */
static const char *only_subject(const struct kabi_rule *rule)
{
	const struct kabi_patterns *patterns;

	if (rule->kind != KABI_RULE_ACCEPT)
		return NULL;
	patterns = &rule->accept->subject;
	if (patterns->n != 1 || patterns->none ||
	    patterns->globs[0][strcspn(patterns->globs[0], "*?[\\")])
		return NULL;
	return patterns->globs[0];
}

static void add(struct kabi_arena *arena, struct kabi_rules_list *list,
		struct kabi_rule *rule)
{
	if (list->n == list->room) {
		size_t room = list->room * 2 + 1;
		struct kabi_rule **larger =
			kabi_arena_alloc(arena, room * sizeof(*larger));

		if (list->n)
			memcpy(larger, list->rules, list->n * sizeof(*larger));
		list->rules = larger;
		list->room = room;
	}
	list->rules[list->n++] = rule;
}

struct kabi_rules_index *kabi_rules_index_create(struct kabi_rules *rules)
{
	struct kabi_rules_index *index = kabi_xcalloc(1, sizeof(*index));

	kabi_arena_init(&index->arena);
	index->subjects = kabi_strtab_create(&index->arena);
	for (size_t i = 0; i < rules->n_rules; i++) {
		struct kabi_rule *rule = rules->rules[i];
		const char *subject = only_subject(rule);
		struct kabi_rules_list *list = &index->any;
		void **place;

		if (rule->is_expired || (rule->kind != KABI_RULE_ACCEPT &&
					 rule->kind != KABI_RULE_TYPE))
			continue;
		if (subject) {
			place = kabi_strtab_value(index->subjects, subject,
						  strlen(subject));
			if (!*place)
				*place = kabi_arena_alloc(&index->arena,
							  sizeof(*list));
			list = *place;
		}
		add(&index->arena, list, rule);
	}
	return index;
}

void kabi_rules_index_destroy(struct kabi_rules_index *index)
{
	kabi_strtab_destroy(index->subjects);
	kabi_arena_deinit(&index->arena);
	free(index);
}

void kabi_rules_index_find(const struct kabi_rules_index *index,
			   const char *subject,
			   const struct kabi_rules_list *ret[2])
{
	size_t length = strlen(subject);

	ret[0] = kabi_strtab_find(index->subjects, subject, length)
			 ? *kabi_strtab_value(index->subjects, subject, length)
			 : &nothing;
	ret[1] = &index->any;
}
