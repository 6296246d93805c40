// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Reads rules of our own: [accept] sections, and hands [policy NAME] ones on.
 * A value in double quotes is a C string, any other one is what it is.
 */
#include <string.h>

#include "glob.h"
#include "rules-date.h"
#include "rules-private.h"
#include "strbuf.h"

struct reader {
	struct kabi_rules *rules;
	struct kabi_ini *ini;
	const char *today;
	/* The section at hand is one of these, or there is none yet. */
	struct kabi_rule *rule;
	struct kabi_policy *policy;
};

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* What stands behind a backslash; 0: nothing that we know. */
static char unescape(const char **at)
{
	static const char from[] = "ntr\"\\", to[] = "\n\t\r\"\\";
	char c = *(*at)++;
	const char *found = c ? strchr(from, c) : NULL;

	if (found)
		return to[found - from];
	if (c == 'x' && hex_digit((*at)[0]) >= 0 && hex_digit((*at)[1]) >= 0) {
		c = hex_digit((*at)[0]) * 16 + hex_digit((*at)[1]);
		*at += 2;
		return c;
	}
	return 0;
}

/* The value without its quotes. */
static struct kabi_error *unquote(const struct kabi_ini *ini, const char **ret)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;
	const char *at = ini->value;

	if (*at != '"') {
		*ret = at;
		return NULL;
	}
	for (at++; *at && *at != '"';) {
		char c = *at++;

		if (c == '\\')
			c = unescape(&at);
		if (!c)
			return kabi_ini_error(ini,
					      "%s: a backslash before what it "
					      "cannot escape",
					      ini->key);
		kabi_strbuf_add_char(&text, c);
	}
	if (!*at)
		return kabi_ini_error(ini, "%s: no '\"' at the end", ini->key);
	if (at[1])
		return kabi_ini_error(ini, "%s: '%.60s' stands behind the '\"'",
				      ini->key, at + 1);
	*ret = kabi_arena_strndup(ini->arena, text.length ? text.string : "",
				  text.length);
	return NULL;
}

/* Room for one more in the arena, where old copies stay. */
static void add_glob(struct kabi_arena *arena, struct kabi_patterns *patterns,
		     const char *glob)
{
	if (patterns->n == patterns->room) {
		size_t room = patterns->room ? patterns->room * 2 : 2;
		const char **larger =
			kabi_arena_alloc(arena, room * sizeof(*larger));

		if (patterns->n)
			memcpy(larger, patterns->globs,
			       patterns->n * sizeof(*larger));
		patterns->globs = larger;
		patterns->room = room;
	}
	patterns->globs[patterns->n++] = glob;
}

static struct kabi_error *set_patterns(const struct kabi_ini *ini,
				       struct kabi_patterns *patterns)
{
	const char *glob;
	struct kabi_error *error = unquote(ini, &glob);

	if (error)
		return error;
	if (!strcmp(ini->value, "none"))
		patterns->none = true;
	else
		add_glob(ini->arena, patterns, glob);
	return NULL;
}

static struct kabi_error *set_exactly(const struct kabi_ini *ini,
				      struct kabi_exactly *exactly)
{
	if (exactly->given)
		return kabi_ini_error(ini, "%s is there twice", ini->key);
	exactly->given = true;
	if (!strcmp(ini->value, "none"))
		return NULL;
	return unquote(ini, &exactly->text);
}

static struct kabi_error *set_text(const struct kabi_ini *ini,
				   const char **text)
{
	if (*text)
		return kabi_ini_error(ini, "%s is there twice", ini->key);
	return unquote(ini, text);
}

static struct kabi_error *set_most(const struct kabi_ini *ini,
				   struct kabi_accept *accept)
{
	if (!kabi_level_parse(ini->value, &accept->most))
		return kabi_ini_error(ini, "no such level: '%.60s'",
				      ini->value);
	accept->has_most = true;
	return NULL;
}

static struct kabi_error *set_expires(const struct kabi_ini *ini,
				      struct kabi_rule *rule, const char *today)
{
	struct kabi_error *error = set_text(ini, &rule->expires);

	if (error)
		return error;
	if (!kabi_date_is_valid(rule->expires))
		return kabi_ini_error(ini,
				      "expires: '%.60s' is no day (YYYY-MM-DD)",
				      rule->expires);
	rule->is_expired = strcmp(today, rule->expires) > 0;
	return NULL;
}

struct kabi_error *kabi_ids_parse(struct kabi_ids *ids,
				  const struct kabi_ini *ini, const char *text)
{
	ids->given = true;
	while (*text) {
		size_t length = strcspn(text, ", \t");
		const char *glob = kabi_arena_strndup(ini->arena, text, length);
		bool found = false;

		text += length;
		text += strspn(text, ", \t");
		for (int i = 0; i < KABI_VERDICT_COUNT; i++) {
			if (kabi_glob_match(glob, kabi_verdict_name(i)))
				found = ids->has[i] = true;
		}
		if (!found)
			return kabi_ini_error(ini, "no such id: '%.60s'", glob);
	}
	return NULL;
}

static struct kabi_error *read_accept_key(const struct reader *reader)
{
	struct kabi_rule *rule = reader->rule;
	struct kabi_accept *accept = rule->accept;
	const struct kabi_ini *ini = reader->ini;
	const struct {
		const char *key;
		struct kabi_patterns *patterns;
	} patterns[] = {
		{ "subject", &accept->subject }, { "member", &accept->member },
		{ "symbol", &accept->symbol },	 { "file", &accept->file },
		{ "also", &accept->also },
	};

	if (!*ini->value)
		return kabi_ini_error(ini, "%.60s has no value", ini->key);
	for (size_t i = 0; i < sizeof(patterns) / sizeof(*patterns); i++) {
		if (!strcmp(ini->key, patterns[i].key))
			return set_patterns(ini, patterns[i].patterns);
	}
	if (!strcmp(ini->key, "id"))
		return kabi_ids_parse(&accept->ids, ini, ini->value);
	if (!strcmp(ini->key, "old"))
		return set_exactly(ini, &accept->old_text);
	if (!strcmp(ini->key, "new"))
		return set_exactly(ini, &accept->new_text);
	if (!strcmp(ini->key, "level-at-most"))
		return set_most(ini, accept);
	if (!strcmp(ini->key, "reason"))
		return set_text(ini, &rule->reason);
	if (!strcmp(ini->key, "author"))
		return set_text(ini, &rule->author);
	if (!strcmp(ini->key, "expires"))
		return set_expires(ini, rule, reader->today);
	return kabi_ini_error(ini, "[accept] has no key '%.60s'", ini->key);
}

static bool is_given(const struct kabi_patterns *patterns)
{
	return patterns->n || patterns->none;
}

static void add_globs(struct kabi_strbuf *text, const char *what,
		      const struct kabi_patterns *patterns)
{
	for (size_t i = 0; i < patterns->n; i++)
		kabi_strbuf_add_format(text, "%s%s%s", text->length ? " " : "",
				       what, patterns->globs[i]);
}

/* "member-added, padding-used struct foo: b" */
static const char *describe(struct kabi_arena *arena,
			    const struct kabi_accept *accept)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;

	for (int i = 0; accept->ids.given && i < KABI_VERDICT_COUNT; i++) {
		if (accept->ids.has[i])
			kabi_strbuf_add_format(&text, "%s%s",
					       text.length ? "," : "",
					       kabi_verdict_name(i));
	}
	add_globs(&text, "", &accept->subject);
	add_globs(&text, "member ", &accept->member);
	add_globs(&text, "symbol ", &accept->symbol);
	add_globs(&text, "file ", &accept->file);
	return kabi_arena_strndup(arena, text.length ? text.string : "",
				  text.length);
}

static struct kabi_error *end_section(struct reader *reader)
{
	const struct kabi_rule *rule = reader->rule;
	struct kabi_policy *policy = reader->policy;
	const struct kabi_ini *ini = reader->ini;
	const struct kabi_accept *accept;

	reader->rule = NULL;
	reader->policy = NULL;
	if (policy)
		return kabi_policy_end(policy, ini);
	if (!rule)
		return NULL;
	accept = rule->accept;
	if (!accept->ids.given && !is_given(&accept->subject) &&
	    !is_given(&accept->member) && !is_given(&accept->symbol) &&
	    !is_given(&accept->file) && !accept->old_text.given &&
	    !accept->new_text.given)
		return kabi_ini_section_error(
			ini, "[accept] would accept everything: it needs an "
			     "id, subject, member, symbol, file, old or new");
	if (!rule->reason)
		return kabi_ini_section_error(ini, "[accept] has no reason");
	if (!rule->author)
		return kabi_ini_section_error(ini, "[accept] has no author");
	((struct kabi_rule *)rule)->what = describe(ini->arena, accept);
	return NULL;
}

static struct kabi_error *begin_section(struct reader *reader)
{
	struct kabi_rules *rules = reader->rules;
	struct kabi_ini *ini = reader->ini;

	if (!strcmp(ini->section, "accept")) {
		reader->rule =
			kabi_rules_add(rules, KABI_RULE_ACCEPT, ini, ini->line);
		reader->rule->accept = kabi_arena_alloc(
			&rules->arena, sizeof(struct kabi_accept));
		return NULL;
	}
	if (!strncmp(ini->section, "policy", 6) &&
	    (!ini->section[6] || ini->section[6] == ' '))
		return kabi_policy_begin(rules, ini, &reader->policy);
	return kabi_ini_error(ini, "unknown section [%.60s]", ini->section);
}

struct kabi_error *kabi_rules_read_own(struct kabi_rules *rules,
				       struct kabi_ini *ini, const char *today)
{
	struct reader reader = { .rules = rules, .ini = ini, .today = today };
	unsigned long section_line;
	enum kabi_ini_item item;
	struct kabi_error *error;

	do {
		section_line = ini->section_line;
		error = kabi_ini_next(ini, &item);
		if (!error && item == KABI_INI_KEY) {
			error = reader.rule ? read_accept_key(&reader)
					    : kabi_policy_key(reader.policy,
							      rules, ini);
			continue;
		}
		/* What ends is told at its own line. */
		unsigned long begun = ini->section_line;

		ini->section_line = section_line;
		if (!error)
			error = end_section(&reader);
		ini->section_line = begun;
		if (!error && item == KABI_INI_SECTION)
			error = begin_section(&reader);
	} while (!error && item != KABI_INI_END);
	return error;
}
