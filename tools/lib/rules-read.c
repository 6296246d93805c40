// SPDX-License-Identifier: GPL-2.0-or-later
/* Which format a file has, and what all readers need. */
#include <string.h>

#include "blob.h"
#include "rules-private.h"

struct kabi_rules *kabi_rules_create(void)
{
	struct kabi_rules *rules = kabi_xcalloc(1, sizeof(*rules));

	kabi_arena_init(&rules->arena);
	return rules;
}

void kabi_rules_destroy(struct kabi_rules *rules)
{
	if (!rules)
		return;
	while (rules->regexes) {
		struct kabi_regex *next = rules->regexes->next;

		regfree(&rules->regexes->regex);
		free(rules->regexes);
		rules->regexes = next;
	}
	free(rules->rules);
	free(rules->policies);
	kabi_arena_deinit(&rules->arena);
	free(rules);
}

struct kabi_rule *kabi_rules_add(struct kabi_rules *rules,
				 enum kabi_rule_kind kind,
				 const struct kabi_ini *ini, unsigned long line)
{
	struct kabi_rule *rule = kabi_arena_alloc(&rules->arena, sizeof(*rule));

	rule->kind = kind;
	rule->path = ini->path;
	rule->line = line;
	rule->file = rules->n_files;
	rule->index = rules->n_rules;
	kabi_array_reserve(&rules->rules, rules->n_rules, &rules->room_rules,
			   sizeof(struct kabi_rule *));
	rules->rules[rules->n_rules++] = rule;
	return rule;
}

struct kabi_error *kabi_rules_regex(struct kabi_rules *rules,
				    const struct kabi_ini *ini,
				    const char *text,
				    const struct kabi_regex **ret)
{
	struct kabi_regex *regex;
	char why[200];
	int status;

	if (!*text)
		return kabi_ini_error(ini, "%s: an empty expression", ini->key);
	regex = kabi_xcalloc(1, sizeof(*regex));
	status = regcomp(&regex->regex, text, REG_EXTENDED | REG_NOSUB);
	if (status) {
		regerror(status, &regex->regex, why, sizeof(why));
		free(regex);
		return kabi_ini_error(ini, "%s: '%.60s': %s", ini->key, text,
				      why);
	}
	regex->next = rules->regexes;
	rules->regexes = regex;
	*ret = regex;
	return NULL;
}

bool kabi_regex_match(const struct kabi_regex *regex, const char *text)
{
	return !regexec(&regex->regex, text, 0, NULL, 0);
}

bool kabi_rule_lacks_reason(const struct kabi_rule *rule)
{
	return rule->kind == KABI_RULE_ACCEPT && !strcmp(rule->reason, "TODO");
}

static bool ends_with(const char *string, const char *end)
{
	size_t length = strlen(string), n = strlen(end);

	return length >= n && !strcmp(string + length - n, end);
}

static bool is_own(const char *section)
{
	return !strcmp(section, "accept") || !strcmp(section, "policy") ||
	       !strncmp(section, "policy ", 7);
}

/* By its first section. */
static struct kabi_error *read_sections(struct kabi_rules *rules,
					const struct kabi_ini *start,
					const char *today)
{
	struct kabi_ini first = *start, ini = *start;
	enum kabi_ini_item item;
	struct kabi_error *error = kabi_ini_next(&first, &item);

	if (error)
		return error;
	if (is_own(first.section))
		return kabi_rules_read_own(rules, &ini, today);
	ini.continues = true;
	if (!strncmp(first.section, "suppress_", 9))
		return kabi_rules_read_abigail(rules, &ini);
	if (ends_with(first.section, "list"))
		return kabi_ini_error(&first,
				      "[%.60s]: a list of symbols is for "
				      "--symbols",
				      first.section);
	return kabi_ini_error(&first, "unknown section [%.60s]", first.section);
}

/* The first byte that is neither blank nor of a comment; "end": none. */
static const char *first_of(const struct kabi_ini *ini)
{
	const char *at = ini->at;

	while (at < ini->end) {
		if (*at == '#' || *at == ';') {
			at = memchr(at, '\n', ini->end - at);
			if (!at)
				return ini->end;
		} else if (!strchr(" \t\r\n\f\v", *at) || !*at) {
			return at;
		}
		at++;
	}
	return at;
}

struct kabi_error *kabi_rules_read_text(struct kabi_rules *rules,
					const char *path, const char *text,
					size_t size, const char *today)
{
	struct kabi_ini ini = {
		.path = kabi_arena_strndup(&rules->arena, path, strlen(path)),
		.at = text,
		.end = text + size,
		.arena = &rules->arena,
		.next_line = 1,
	};
	const char *first = first_of(&ini);

	rules->n_files++;
	if (first == ini.end)
		return NULL;
	return *first == '[' ? read_sections(rules, &ini, today)
			     : kabi_rules_read_severities(rules, &ini);
}

struct kabi_error *kabi_rules_read(struct kabi_rules *rules, const char *path,
				   const char *today)
{
	kabi_cleanup(kabi_blob_cleanup) struct kabi_blob *blob = NULL;
	struct kabi_error *error = kabi_blob_open(path, &blob);

	if (error)
		return error;
	return kabi_rules_read_text(rules,
				    strcmp(path, "-") ? path : "standard input",
				    blob->size ? (const char *)blob->data : "",
				    blob->size, today);
}
