// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The report as a comment on a merge request, for GitHub and GitLab: what it
 * comes to, and a table of changes for each level that can be folded away.
 *
 * Comments are cut at 65,536 characters by GitHub, in the middle of whatever
 * stands there; this report leaves out whole changes, the least bad ones, and
 * says how many. Names are code: in backquotes, or, when they hold what a table
 * or backquotes would be broken by, in an element with all but letters and
 * digits as numbers.
 */
#include <ctype.h>
#include <string.h>

#include "report-facts.h"
#include "report-formats.h"

enum {
	LIMIT = 65000,	 /* bytes, of which characters have one or more */
	RESERVE = 1000,	 /* for what closes the comment */
	WORD_LIMIT = 160 /* bytes of a name or a value */
};

/* Not within a character. */
static void cut(struct kabi_strbuf *text)
{
	size_t length = WORD_LIMIT;

	if (text->length <= length)
		return;
	while (((unsigned char)text->string[length] & 0xc0) == 0x80)
		length--;
	kabi_strbuf_truncate(text, length);
	kabi_strbuf_add(text, "...");
}

/* Takes plain text, as report-facts.h makes it. */
static void add_code(struct kabi_strbuf *buf, struct kabi_strbuf *text)
{
	cut(text);
	if (!text->length)
		return;
	if (!strpbrk(text->string, "`|\\") && text->string[0] != ' ' &&
	    text->string[text->length - 1] != ' ') {
		kabi_strbuf_add_format(buf, "`%s`", text->string);
		return;
	}
	kabi_strbuf_add(buf, "<code>");
	for (const char *c = text->string; *c; c++) {
		if (isalnum((unsigned char)*c) || *c & 0x80 || *c == ' ')
			kabi_strbuf_add_char(buf, *c);
		else
			kabi_strbuf_add_format(buf, "&#%d;", *c);
	}
	kabi_strbuf_add(buf, "</code>");
}

static void add_name(struct kabi_strbuf *buf, const char *name)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;

	kabi_report_add(&text, name);
	add_code(buf, &text);
}

/* What one of the kabi_report_add_*() says, as code. */
static void add_fact(struct kabi_strbuf *buf,
		     void (*add)(struct kabi_strbuf *,
				 const struct kabi_change *),
		     const struct kabi_change *change)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;

	add(&text, change);
	add_code(buf, &text);
}

static void add_symbols(struct kabi_strbuf *buf,
			const struct kabi_change *change, size_t max)
{
	size_t total = change->n_symbols + change->n_unlisted;
	size_t shown = kabi_report_cut(change->n_symbols, max);

	if (!kabi_report_reaches(change))
		return;
	kabi_strbuf_add_format(buf,
			       "reaches %zu symbol%s (distance %u): ", total,
			       kabi_report_plural(total), change->distance);
	for (size_t i = 0; i < shown; i++) {
		kabi_strbuf_add(buf, i ? ", " : "");
		add_name(buf, change->symbols[i]);
	}
	if (shown < total)
		kabi_strbuf_add_format(buf, " and %zu more", total - shown);
	kabi_strbuf_add(buf, "<br>");
}

static void add_hits(struct kabi_strbuf *buf, const struct kabi_change *change,
		     size_t max)
{
	size_t shown = kabi_report_cut(change->n_hits, max);

	for (size_t i = 0; i < shown; i++) {
		kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
			KABI_STRBUF_INIT;

		kabi_report_add_hit(&text, &change->hits[i]);
		kabi_strbuf_add(buf, "hits ");
		add_code(buf, &text);
		kabi_strbuf_add(buf, "<br>");
	}
	if (shown < change->n_hits)
		kabi_strbuf_add_format(buf, "hits %zu more<br>",
				       change->n_hits - shown);
}

static void add_children(struct kabi_strbuf *buf,
			 const struct kabi_change *change, size_t max)
{
	size_t shown = kabi_report_cut(change->n_children, max);

	for (size_t i = 0; i < shown; i++) {
		const struct kabi_change *child = change->children[i];

		kabi_strbuf_add(buf, "then ");
		if (strcmp(child->subject, change->subject)) {
			add_name(buf, child->subject);
			kabi_strbuf_add(buf, " ");
		}
		add_fact(buf, kabi_report_add_change, child);
		kabi_strbuf_add(buf, "<br>");
	}
	if (shown < change->n_children)
		kabi_strbuf_add_format(buf, "then %zu more<br>",
				       change->n_children - shown);
}

static void add_row(struct kabi_strbuf *row, const struct kabi_change *change,
		    size_t max)
{
	kabi_strbuf_add(row, "| ");
	if (change->fails)
		kabi_strbuf_add(row, ":x: ");
	add_name(row, change->subject);
	kabi_strbuf_add(row, " | ");
	add_fact(row, kabi_report_add_change, change);
	kabi_strbuf_add(row, " | ");
	add_fact(row, kabi_report_add_location, change);
	kabi_strbuf_add(row, " | ");
	if (change->n_causes) {
		kabi_strbuf_add(row, "because of ");
		add_fact(row, kabi_report_add_causes, change);
		kabi_strbuf_add(row, "<br>");
	}
	if (change->is_private)
		kabi_strbuf_add(row, "private<br>");
	add_hits(row, change, max);
	add_symbols(row, change, max);
	if (change->n_path) {
		kabi_strbuf_add(row, "via ");
		add_fact(row, kabi_report_add_path, change);
		kabi_strbuf_add(row, "<br>");
	}
	add_children(row, change, max);
	kabi_strbuf_add(row, " |\n");
}

/* The changes of a level are together. Returns how many were left out. */
static size_t add_level(struct kabi_strbuf *buf,
			const struct kabi_changes *changes,
			enum kabi_level level, size_t max)
{
	bool is_full = buf->length + 2 * RESERVE > LIMIT;
	size_t left_out = 0;

	if (!changes->by_level[level])
		return 0;
	if (is_full)
		return changes->by_level[level];
	kabi_strbuf_add_format(
		buf,
		"<details%s>\n<summary>%s: %zu</summary>\n\n"
		"| what | change | where | about it |\n|---|---|---|---|\n",
		level == KABI_LEVEL_BREAK ? " open" : "",
		kabi_level_name(level), changes->by_level[level]);
	for (size_t i = 0; i < changes->n_changes; i++) {
		kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf row =
			KABI_STRBUF_INIT;

		if (changes->changes[i]->level != level)
			continue;
		if (!is_full)
			add_row(&row, changes->changes[i], max);
		is_full = is_full || buf->length + row.length + RESERVE > LIMIT;
		if (is_full)
			left_out++;
		else
			kabi_strbuf_add(buf, row.string);
	}
	if (left_out)
		kabi_strbuf_add_format(buf, "\n%zu more are left out here.\n",
				       left_out);
	kabi_strbuf_add(buf, "\n</details>\n\n");
	return left_out;
}

static void add_side(struct kabi_strbuf *buf, const char *what,
		     const struct kabi_side *side)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;

	kabi_report_add_side(&text, side);
	kabi_strbuf_add(buf, what);
	add_code(buf, &text);
}

static void add_head(struct kabi_strbuf *buf,
		     const struct kabi_changes *changes)
{
	kabi_strbuf_add(buf, "### kABI: ");
	kabi_report_add_summary(buf, changes);
	kabi_strbuf_add(buf, "\n\n");
	add_side(buf, "from ", &changes->old_side);
	add_side(buf, " to ", &changes->new_side);
	kabi_strbuf_add(buf, "\n\n| level | changes |\n|---|---:|\n");
	for (int level = KABI_LEVEL_COUNT - 1; level >= 0; level--)
		kabi_strbuf_add_format(buf, "| %s | %zu |\n",
				       kabi_level_name(level),
				       changes->by_level[level]);
	kabi_strbuf_add_format(buf, "\n%zu fail%s the gate (:x:).\n\n",
			       changes->n_failing,
			       changes->n_failing == 1 ? "s" : "");
}

struct kabi_error *
kabi_report_markdown(FILE *stream, const struct kabi_changes *changes,
		     const struct kabi_report_options *options)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf buf =
		KABI_STRBUF_INIT;
	size_t left_out = 0;

	add_head(&buf, changes);
	for (int level = KABI_LEVEL_COUNT - 1; level >= 0; level--)
		left_out +=
			add_level(&buf, changes, level, options->max_symbols);
	if (left_out)
		kabi_strbuf_add_format(
			&buf,
			"**%zu of %zu changes are left out**: a comment cannot "
			"be longer. `--format=text` or `--format=html` has "
			"them all.\n\n",
			left_out, changes->n_changes);
	for (size_t i = 0; i < changes->n_remarks; i++)
		kabi_strbuf_add_format(&buf, "Not compared: %s.\n\n",
				       changes->remarks[i]);
	fputs(buf.string, stream);
	return NULL;
}
