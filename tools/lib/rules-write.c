// SPDX-License-Identifier: GPL-2.0-or-later
/* Writes changes as rules that accept them, and nothing else. */
#include <string.h>

#include "escape.h"
#include "rules-private.h"
#include "strbuf.h"

static void put_quoted(FILE *stream, const char *key, const char *text)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf buf =
		KABI_STRBUF_INIT;

	kabi_escape_add_string(&buf, text, strlen(text));
	fprintf(stream, "%s = %s\n", key, buf.string);
}

/* A text, or that there is none. */
static void put_exactly(FILE *stream, const char *key, const char *text)
{
	if (text)
		put_quoted(stream, key, text);
	else
		fprintf(stream, "%s = none\n", key);
}

/* A pattern that matches the text alone. */
static void put_pattern(FILE *stream, const char *key, const char *text)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf glob =
		KABI_STRBUF_INIT;
	bool plain = *text && strcmp(text, "none") != 0 && text[0] != '"' &&
		     text[0] != ' ' && text[strlen(text) - 1] != ' ';

	for (; *text; text++) {
		unsigned char byte = *text;

		if (strchr("*?[\\", byte))
			kabi_strbuf_add_char(&glob, '\\');
		kabi_strbuf_add_char(&glob, byte);
		plain &= byte >= ' ' && byte <= '~';
	}
	if (plain)
		fprintf(stream, "%s = %s\n", key, glob.string);
	else
		put_quoted(stream, key, glob.length ? glob.string : "");
}

static bool is_other(const struct kabi_change *root,
		     const struct kabi_change *child)
{
	return strcmp(root->subject, child->subject) != 0;
}

/* The subjects that follow, each once; children of one stand together. */
static void put_also(FILE *stream, const struct kabi_change *root,
		     const struct kabi_change *parent)
{
	for (size_t i = 0; i < parent->n_children; i++) {
		const struct kabi_change *child = parent->children[i];

		if (is_other(root, child) &&
		    (!i ||
		     strcmp(parent->children[i - 1]->subject, child->subject)))
			put_pattern(stream, "also", child->subject);
		put_also(stream, root, child);
	}
}

/* What is worse than the root's id lets one expect has to be told. */
static void find_ids(const struct kabi_change *root,
		     const struct kabi_change *parent, bool *ids)
{
	for (size_t i = 0; i < parent->n_children; i++) {
		const struct kabi_change *child = parent->children[i];

		if (child->level > kabi_verdict_level(root->verdict))
			ids[child->verdict] = true;
		find_ids(root, child, ids);
	}
}

static void write_change(FILE *stream, const struct kabi_change *change)
{
	bool ids[KABI_VERDICT_COUNT] = { false };

	find_ids(change, change, ids);
	ids[change->verdict] = false;
	fprintf(stream, "\n# %s\n[accept]\nid = %s",
		kabi_level_name(change->level),
		kabi_verdict_name(change->verdict));
	for (int i = 0; i < KABI_VERDICT_COUNT; i++) {
		if (ids[i])
			fprintf(stream, ", %s", kabi_verdict_name(i));
	}
	fprintf(stream, "\n");
	put_pattern(stream, "subject", change->subject);
	if (change->member)
		put_pattern(stream, "member", change->member);
	else
		fprintf(stream, "member = none\n");
	put_exactly(stream, "old", change->old_text);
	put_exactly(stream, "new", change->new_text);
	put_also(stream, change, change);
	fprintf(stream, "level-at-most = %s\n", kabi_level_name(change->level));
	fprintf(stream, "reason = TODO\nauthor = TODO\n");
}

void kabi_rules_write(FILE *stream, const struct kabi_changes *changes)
{
	fprintf(stream, "# Rules that accept what kabi-diff reported. Give "
			"each a reason, an author and,\n# where it shall not "
			"stay for ever, \"expires = YYYY-MM-DD\"; delete those "
			"that are\n# not to be accepted. See kabi-rules(5).\n");
	for (size_t i = 0; i < changes->n_changes; i++)
		write_change(stream, changes->changes[i]);
}
