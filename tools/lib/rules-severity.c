// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Reads SUSE's severities: "[TYPE] PATTERN PASS|FAIL" a line, the brackets
 * meaning that TYPE may be missing; "#" begins a comment anywhere.
 */
#include <string.h>

#include "rules-private.h"

static const char *const kinds[] = {
	[KABI_SEVERITY_MODULE] = "MODULE",
	[KABI_SEVERITY_NAMESPACE] = "NAMESPACE",
	[KABI_SEVERITY_SYMBOL] = "SYMBOL",
};

enum {
	MAX_WORDS = 3
};

static size_t split(struct kabi_arena *arena, const char *line, size_t length,
		    const char *words[MAX_WORDS + 1])
{
	const char *end = line + length;
	size_t n = 0;

	while (n <= MAX_WORDS) {
		const char *start;

		while (line < end && memchr(" \t\r\f\v", *line, 5))
			line++;
		start = line;
		while (line < end && !memchr(" \t\r\f\v", *line, 5))
			line++;
		if (line == start)
			break;
		words[n++] = kabi_arena_strndup(arena, start, line - start);
	}
	return n;
}

/* A path or vmlinux is a module, capitals are a namespace. */
static int guess_kind(const char *pattern)
{
	if (strchr(pattern, '/') || !strcmp(pattern, "vmlinux"))
		return KABI_SEVERITY_MODULE;
	for (; *pattern; pattern++) {
		if (*pattern >= 'a' && *pattern <= 'z')
			return KABI_SEVERITY_SYMBOL;
	}
	return KABI_SEVERITY_NAMESPACE;
}

static struct kabi_error *read_words(struct kabi_rules *rules,
				     const struct kabi_ini *ini,
				     const char **words, size_t n)
{
	struct kabi_severity *severity =
		kabi_arena_alloc(&rules->arena, sizeof(*severity));
	const char *verdict = words[n - 1];
	struct kabi_rule *rule;

	if (n == MAX_WORDS) {
		size_t kind = 0;

		while (kind < 3 && strcmp(words[0], kinds[kind]) != 0)
			kind++;
		if (kind == 3)
			return kabi_ini_error(ini,
					      "'%.60s' is neither MODULE nor "
					      "NAMESPACE nor SYMBOL",
					      words[0]);
		severity->kind = kind;
		words++;
	} else if (n != 2) {
		return kabi_ini_error(ini, "expected 'PATTERN PASS' or "
					   "'PATTERN FAIL'");
	} else {
		severity->kind = guess_kind(words[0]);
	}
	severity->pattern = words[0];
	severity->pass = !strcmp(verdict, "PASS");
	if (!severity->pass && strcmp(verdict, "FAIL") != 0)
		return kabi_ini_error(ini, "'%.60s' is neither PASS nor FAIL",
				      verdict);
	rule = kabi_rules_add(rules, KABI_RULE_SEVERITY, ini, ini->line);
	rule->severity = severity;
	rule->what = severity->pattern;
	rule->reason = "severities";
	return NULL;
}

struct kabi_error *kabi_rules_read_severities(struct kabi_rules *rules,
					      struct kabi_ini *ini)
{
	struct kabi_error *error = NULL;

	while (!error && ini->at < ini->end) {
		const char *newline = memchr(ini->at, '\n', ini->end - ini->at);
		size_t length = (newline ? newline : ini->end) - ini->at;
		const char *comment = memchr(ini->at, '#', length);
		const char *words[MAX_WORDS + 1];
		size_t n;

		ini->line = ini->next_line++;
		if (memchr(ini->at, '\0', length))
			return kabi_ini_error(ini, "holds a NUL byte");
		n = split(&rules->arena, ini->at,
			  comment ? (size_t)(comment - ini->at) : length,
			  words);
		if (n)
			error = read_words(rules, ini, words, n);
		ini->at = newline ? newline + 1 : ini->end;
	}
	return error;
}
