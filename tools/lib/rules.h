/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Rules: what of a comparison is accepted, and why (docs/rules.md). Read from
 * files of our own, from libabigail's suppression files and from SUSE's
 * severities; applied to finished changes.
 *
 * rules-read.c		which format a file has
 * rules-ini.c		sections, keys and values, with their lines
 * rules-own.c		[accept]; policies: policy-read.c
 * rules-abigail.c	[suppress_...]; rules-abigail-value.c: their values
 * rules-severity.c	PATTERN PASS|FAIL
 * rules-match.c	does an [accept] rule match a change?
 * rules-type.c		does a [suppress_type] rule?
 * rules-symbol.c	the rules that judge symbols
 * rules-body.c		the struct that a change's subject names
 * rules-apply.c	the rules over all changes; rules-index.c: which ask
 *			about a subject
 * rules-write.c	changes into rules
 *
 * Everything lives in the arena of the rules. Messages are "FILE:LINE: ...".
 */
#ifndef KABI_TOOLS_RULES_H
#define KABI_TOOLS_RULES_H

#include <stdio.h>

#include "change.h"

struct kabi_policy;

enum kabi_rule_kind {
	KABI_RULE_ACCEPT,   /* own: a change by what it is */
	KABI_RULE_TYPE,	    /* libabigail: the changes of a type */
	KABI_RULE_FUNCTION, /* libabigail: symbols ... */
	KABI_RULE_VARIABLE,
	KABI_RULE_FILE,	    /* ... all of a binary */
	KABI_RULE_SEVERITY, /* SUSE: symbols */
};

struct kabi_rule {
	enum kabi_rule_kind kind;
	const char *path;   /* of its file, as given */
	unsigned long line; /* where it begins */
	/* What it is about, for people: "symbol-removed function f". */
	const char *what;
	const char *reason;
	const char *author;  /* or NULL: the format has none */
	const char *expires; /* the last day it counts, "YYYY-MM-DD", or NULL */
	bool is_expired;     /* it counts as none */
	bool is_used;	     /* it matched something */
	size_t index;	     /* among the rules */
	size_t file;	     /* severities: which file; first match wins */
	/* By kind; in rules-private.h. */
	struct kabi_accept *accept;
	struct kabi_suppress *suppress;
	struct kabi_severity *severity;
};

struct kabi_rules {
	struct kabi_arena arena;
	struct kabi_rule **rules; /* in the order of files and lines */
	size_t n_rules, room_rules;
	struct kabi_policy **policies;
	size_t n_policies, room_policies;
	struct kabi_regex *regexes; /* to be freed */
	size_t n_files;
	bool has_shipped; /* policies of policy.c */
};

struct kabi_rules *kabi_rules_create(void);
void kabi_rules_destroy(struct kabi_rules *rules);

/*
 * Adds the rules of a file; "-" is standard input. Rules that end before
 * "today" ("YYYY-MM-DD") are marked as expired.
 */
struct kabi_error *kabi_rules_read(struct kabi_rules *rules, const char *path,
				   const char *today) kabi_must_check;

/* The same, of bytes that are there; "path" is for messages. */
struct kabi_error *kabi_rules_read_text(struct kabi_rules *rules,
					const char *path, const char *text,
					size_t size, const char *today)
	kabi_must_check;

/*
 * Moves what the rules accept from changes->changes to changes->accepted, and
 * counts anew. The models are those that were compared.
 */
void kabi_rules_apply(struct kabi_rules *rules, struct kabi_changes *changes,
		      const struct kabi_model *old_model,
		      const struct kabi_model *new_model);

/*
 * Writes a rule of our own for each change that is left, which accepts that
 * change, with what follows from it, and no other. Reason and author are TODO.
 */
void kabi_rules_write(FILE *stream, const struct kabi_changes *changes);

/* Has somebody left the reason to be filled in? */
bool kabi_rule_lacks_reason(const struct kabi_rule *rule);

#endif /* KABI_TOOLS_RULES_H */
