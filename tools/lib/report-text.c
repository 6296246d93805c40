// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The report for people. The worst comes first; the changes of one subject
 * stand together, each root cause on a line, what follows from it below, and
 * last the exported symbols that they reach:
 *
 *	break  struct foo
 *	    member-added: b: int at offset 4 (include/linux/foo.h:13)
 *	        member-moved: c: offset 4 -> offset 8
 *	        type-size-changed: 8 -> 12
 *	    reaches 12 exported symbols (distance 1): foo_get, foo_put ... and
 *	        10 more
 *
 *	note   macro FOO_MAX: macro-added: 12 (include/linux/foo.h:20)
 *
 * Every line stays the same as long as what it tells does, so that two reports
 * can be compared with diff. When there is nothing to tell, nothing is said.
 */
#include <stdbool.h>
#include <string.h>

#include "report-formats.h"
#include "strbuf.h"

/* Lists of symbols are filled up to this column. */
enum {
	LINE_WIDTH = 80
};

struct writer {
	FILE *stream;
	const struct kabi_report_options *options;
};

/* Escape sequences, by level; none when colour is not wanted. */
static const char *const level_colours[KABI_LEVEL_COUNT] = {
	[KABI_LEVEL_NOTE] = "\033[2m",
	[KABI_LEVEL_SOURCE] = "\033[36m",
	[KABI_LEVEL_RISK] = "\033[33m",
	[KABI_LEVEL_BREAK] = "\033[1;31m",
};

static const char *colour(const struct writer *writer, const char *sequence)
{
	return writer->options->colour ? sequence : "";
}

static bool ends_with(const char *string, const char *end)
{
	size_t length = strlen(string), n = strlen(end);

	return length >= n && !strcmp(string + length - n, end);
}

/*
 * What a text of the input may hold: the names of files and sections any byte.
 * None of them may begin a line of the report or talk to the terminal.
 */
static void put(const struct writer *writer, const char *text)
{
	for (; *text; text++) {
		if ((unsigned char)*text < ' ' || *text == 0x7f)
			fprintf(writer->stream, "%%%02x", *text);
		else
			fputc(*text, writer->stream);
	}
}

/* "-added" and "-removed" say themselves that one side is empty. */
static void write_values(const struct writer *writer,
			 const struct kabi_change *change)
{
	const char *id = kabi_verdict_name(change->verdict);
	const char *old_text = change->old_text, *new_text = change->new_text;
	bool only_new = !old_text && ends_with(id, "-added");
	bool only_old = !new_text && ends_with(id, "-removed");

	if (!old_text && !new_text)
		return;
	fputs(": ", writer->stream);
	if (!only_new)
		put(writer, old_text ? old_text : "none");
	if (!only_new && !only_old)
		fputs(" -> ", writer->stream);
	if (!only_old)
		put(writer, new_text ? new_text : "none");
}

/* Is it the same file, whatever the lines? */
static bool same_file(const char *a, const char *b)
{
	const char *a_end = strrchr(a, ':'), *b_end = strrchr(b, ':');

	return a_end && b_end && a_end - a == b_end - b &&
	       !memcmp(a, b, a_end - a);
}

/* Where to look: in NEW, and in OLD where that is another file. */
static void write_location(const struct writer *writer,
			   const struct kabi_change *change)
{
	const char *old_location = change->old_location;
	const char *new_location = change->new_location;

	if (!old_location && !new_location)
		return;
	/* The same file needs to be named once. */
	if (old_location && new_location &&
	    same_file(old_location, new_location))
		old_location = NULL;
	fputs(" (", writer->stream);
	if (new_location)
		put(writer, new_location);
	if (old_location) {
		fputs(new_location ? ", was " : "was ", writer->stream);
		put(writer, old_location);
	}
	fputc(')', writer->stream);
}

/* "member-moved: b: offset 4 -> offset 8", without the newline. */
static void write_line(const struct writer *writer,
		       const struct kabi_change *change)
{
	fprintf(writer->stream, "%s%s%s", colour(writer, "\033[1m"),
		kabi_verdict_name(change->verdict), colour(writer, "\033[m"));
	if (change->member)
		fprintf(writer->stream, ": %s", change->member);
	write_values(writer, change);
}

/* What the root's line says already is left out of its children's. */
static void write_children(const struct writer *writer,
			   const struct kabi_change *parent, int indent)
{
	for (size_t i = 0; i < parent->n_children; i++) {
		const struct kabi_change *child = parent->children[i];
		bool elsewhere = strcmp(child->subject, parent->subject);

		fprintf(writer->stream, "%*s", indent, "");
		if (elsewhere) {
			put(writer, child->subject);
			fputs(": ", writer->stream);
		}
		write_line(writer, child);
		if (elsewhere)
			write_location(writer, child);
		fprintf(writer->stream, "\n");
		write_children(writer, child, indent + 4);
	}
}

static void write_details(const struct writer *writer,
			  const struct kabi_change *change)
{
	for (size_t i = 0; i < change->n_causes; i++)
		fprintf(writer->stream, "%s%s",
			i ? ", " : "        because of ", change->causes[i]);
	if (change->n_causes)
		fprintf(writer->stream, "\n");
	if (change->is_private)
		fputs("        private: no consumer can have been compiled with "
		      "it\n",
		      writer->stream);
	write_children(writer, change, 8);
}

/*
 * A symbol's own change reaches that symbol and no other: not worth a line. The
 * subject is "function f", "variable v".
 */
static bool reaches_only_itself(const struct kabi_change *change)
{
	const char *name = strchr(change->subject, ' ');

	return change->n_symbols == 1 && name &&
	       !strcmp(change->symbols[0], name + 1);
}

static bool has_reach(const struct kabi_change *change)
{
	return change->n_symbols && !reaches_only_itself(change);
}

/* Adds a word to a paragraph that is indented by 8 from its second line on. */
static void fill(const struct writer *writer, size_t *column, const char *word)
{
	size_t length = strlen(word);

	if (*column + 1 + length > LINE_WIDTH) {
		fprintf(writer->stream, "\n       ");
		*column = 7;
	}
	fprintf(writer->stream, " %s", word);
	*column += 1 + length;
}

static void write_reach(const struct writer *writer,
			const struct kabi_change *change)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf word =
		KABI_STRBUF_INIT;
	size_t total = change->n_symbols + change->n_unlisted;
	size_t shown = change->n_symbols;
	size_t max = writer->options->max_symbols;
	int column = fprintf(writer->stream,
			     "    reaches %zu exported symbol%s", total,
			     total == 1 ? "" : "s");

	if (column < 0)
		return;

	size_t filled = column;

	/* To end with "and 1 more" would save nothing. */
	if (max && shown > max + 1)
		shown = max;
	filled += fprintf(writer->stream, " (distance %u):", change->distance);
	for (size_t i = 0; i < shown; i++) {
		kabi_strbuf_truncate(&word, 0);
		kabi_strbuf_add(&word, change->symbols[i]);
		if (i + 1 < shown)
			kabi_strbuf_add(&word, ",");
		fill(writer, &filled, word.string);
	}
	if (shown < total) {
		kabi_strbuf_truncate(&word, 0);
		kabi_strbuf_add_format(&word, "... and %zu more",
				       total - shown);
		fill(writer, &filled, word.string);
	}
	fprintf(writer->stream, "\n");
}

/* Do two changes reach the same symbols? Then one line tells it for both. */
static bool same_reach(const struct kabi_change *a, const struct kabi_change *b)
{
	if (a->n_symbols != b->n_symbols || a->n_unlisted != b->n_unlisted ||
	    a->distance != b->distance)
		return false;
	if (a->symbols == b->symbols)
		return true;
	for (size_t i = 0; i < a->n_symbols; i++) {
		if (strcmp(a->symbols[i], b->symbols[i]))
			return false;
	}
	return true;
}

/* The changes from "first" on that stand below one line "LEVEL SUBJECT". */
static size_t group_size(const struct kabi_changes *changes, size_t first)
{
	const struct kabi_change *head = changes->changes[first];
	size_t n = 1;

	while (first + n < changes->n_changes) {
		const struct kabi_change *next = changes->changes[first + n];

		if (next->level != head->level ||
		    strcmp(next->subject, head->subject) ||
		    !same_reach(next, head))
			break;
		n++;
	}
	return n;
}

static bool fits_one_line(const struct kabi_change *change)
{
	return !change->n_children && !change->n_causes &&
	       !change->is_private && !has_reach(change);
}

static void write_group(const struct writer *writer,
			struct kabi_change *const *group, size_t n)
{
	const struct kabi_change *head = group[0];

	fprintf(writer->stream, "%s%-6s%s ",
		colour(writer, level_colours[head->level]),
		kabi_level_name(head->level), colour(writer, "\033[m"));
	put(writer, head->subject);
	if (n == 1 && fits_one_line(head)) {
		fprintf(writer->stream, ": ");
		write_line(writer, head);
		write_location(writer, head);
		fprintf(writer->stream, "\n");
		return;
	}
	fprintf(writer->stream, "\n");
	for (size_t i = 0; i < n; i++) {
		fprintf(writer->stream, "    ");
		write_line(writer, group[i]);
		write_location(writer, group[i]);
		fprintf(writer->stream, "\n");
		write_details(writer, group[i]);
	}
	if (has_reach(head))
		write_reach(writer, head);
}

/* "--- PATH (x86_64, 6.12.107, gcc 12.2.0, 1234 exports)" */
static void write_side(const struct writer *writer, const char *sign,
		       const struct kabi_side *side)
{
	fprintf(writer->stream, "%s %s (", sign, side->path ? side->path : "?");
	if (side->arch)
		fprintf(writer->stream, "%s, ", side->arch);
	if (side->release)
		fprintf(writer->stream, "%s, ", side->release);
	if (side->compiler)
		fprintf(writer->stream, "%s, ", side->compiler);
	fprintf(writer->stream, "%zu exports)\n", side->exports);
}

/* "3 changes: 1 break, 2 note; 12 exported symbols affected; 1 suppressed" */
static void write_summary(const struct writer *writer,
			  const struct kabi_changes *changes)
{
	const char *separator = ": ";

	fprintf(writer->stream, "%zu change%s", changes->n_changes,
		changes->n_changes == 1 ? "" : "s");
	for (int level = KABI_LEVEL_COUNT - 1; level >= 0; level--) {
		if (!changes->by_level[level])
			continue;
		fprintf(writer->stream, "%s%zu %s", separator,
			changes->by_level[level], kabi_level_name(level));
		separator = ", ";
	}
	fprintf(writer->stream, "; %zu exported symbol%s affected",
		changes->symbols_affected,
		changes->symbols_affected == 1 ? "" : "s");
	if (changes->suppressed)
		fprintf(writer->stream, "; %zu suppressed",
			changes->suppressed);
	fprintf(writer->stream, "\n");
}

/* "accepted: break  struct foo: member-added: b: int (ports it; RULES:3)" */
static void write_accepted(const struct writer *writer,
			   const struct kabi_changes *changes)
{
	for (size_t i = 0; i < changes->n_accepted; i++) {
		const struct kabi_accepted *accepted = &changes->accepted[i];
		const struct kabi_change *change = accepted->change;

		fprintf(writer->stream, "accepted: %s ",
			kabi_level_name(change->level));
		put(writer, change->subject);
		fputs(": ", writer->stream);
		write_line(writer, change);
		fputs(" (", writer->stream);
		put(writer, accepted->reason);
		fputs("; ", writer->stream);
		put(writer, accepted->origin);
		fputs(")\n", writer->stream);
	}
	if (changes->n_accepted)
		fprintf(writer->stream, "\n");
}

struct kabi_error *kabi_report_text(FILE *stream,
				    const struct kabi_changes *changes,
				    const struct kabi_report_options *options)
{
	struct writer writer = { stream, options };
	bool was_one_line = false;
	size_t n;

	if (!changes->n_changes && !changes->suppressed && !changes->hides)
		return NULL;
	write_side(&writer, "---", &changes->old_side);
	write_side(&writer, "+++", &changes->new_side);
	for (size_t i = 0; i < changes->n_changes; i += n) {
		n = group_size(changes, i);

		bool one_line = n == 1 && fits_one_line(changes->changes[i]);

		if (!one_line || !was_one_line)
			fprintf(stream, "\n");
		write_group(&writer, changes->changes + i, n);
		was_one_line = one_line;
	}
	fprintf(stream, "\n");
	if (options->show_suppressed)
		write_accepted(&writer, changes);
	for (size_t i = 0; i < changes->n_remarks; i++)
		fprintf(stream, "not compared: %s\n", changes->remarks[i]);
	write_summary(&writer, changes);
	return NULL;
}
