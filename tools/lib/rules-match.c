// SPDX-License-Identifier: GPL-2.0-or-later
/* Does an [accept] rule speak of a change, or of what follows from one? */
#include <string.h>

#include "glob.h"
#include "rules-private.h"

static bool matches(const struct kabi_patterns *patterns, const char *text)
{
	if (!patterns->n && !patterns->none)
		return true;
	if (!text)
		return patterns->none;
	for (size_t i = 0; i < patterns->n; i++) {
		if (kabi_glob_match(patterns->globs[i], text))
			return true;
	}
	return false;
}

static bool is_exactly(const struct kabi_exactly *exactly, const char *text)
{
	if (!exactly->given)
		return true;
	if (!exactly->text || !text)
		return exactly->text == text;
	return !strcmp(exactly->text, text);
}

/* "FILE:LINE" without its line; "" is free for the caller. */
static bool file_matches(const struct kabi_patterns *patterns,
			 const char *location)
{
	kabi_cleanup(kabi_free_cleanup) char *file = NULL;

	if (location) {
		char *colon;

		file = kabi_xstrdup(location);
		colon = strrchr(file, ':');
		if (colon)
			*colon = '\0';
	}
	return matches(patterns, file);
}

static bool in_file(const struct kabi_patterns *patterns,
		    const struct kabi_change *change)
{
	if (!patterns->n && !patterns->none)
		return true;
	/* A side that has no place does not decide where the other has one. */
	if (!change->old_location && change->new_location)
		return file_matches(patterns, change->new_location);
	if (change->old_location && !change->new_location)
		return file_matches(patterns, change->old_location);
	return file_matches(patterns, change->old_location) ||
	       file_matches(patterns, change->new_location);
}

static bool symbol_matches(void *patterns, const char *symbol)
{
	return matches(patterns, symbol);
}

bool kabi_accept_matches(const struct kabi_rules_run *run,
			 const struct kabi_rule *rule,
			 const struct kabi_change *change,
			 const struct kabi_change *root)
{
	struct kabi_accept *accept = rule->accept;

	if (accept->ids.given && !accept->ids.has[change->verdict])
		return false;
	if (accept->has_most && change->level > accept->most)
		return false;
	if (!matches(&accept->subject, change->subject) ||
	    !matches(&accept->member, change->member) ||
	    !is_exactly(&accept->old_text, change->old_text) ||
	    !is_exactly(&accept->new_text, change->new_text) ||
	    !in_file(&accept->file, change))
		return false;
	if (accept->symbol.none && !root->n_symbols)
		return true;
	return (!accept->symbol.n && !accept->symbol.none) ||
	       kabi_change_every_symbol(run->changes, root, symbol_matches,
					&accept->symbol);
}

bool kabi_accept_covers(const struct kabi_accept *accept,
			const struct kabi_change *root,
			const struct kabi_change *child)
{
	if (strcmp(child->subject, root->subject) != 0 &&
	    !(accept->also.n && matches(&accept->also, child->subject)))
		return false;
	if (accept->has_most && child->level > accept->most)
		return false;
	/* What is worse than the rule's ids can be has to be among them. */
	return child->level <= kabi_verdict_level(root->verdict) ||
	       !accept->ids.given || accept->ids.has[child->verdict];
}
