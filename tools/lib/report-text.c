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
 * Below a struct or union stand its layouts, side by side (report-side.h).
 *
 * Every line stays the same as long as what it tells does, so that two reports
 * can be compared with diff. When there is nothing to tell, nothing is said.
 */
#include <stdbool.h>
#include <string.h>

#include "report-facts.h"
#include "report-formats.h"
#include "report-side.h"
#include "strbuf.h"
#include "strtab.h"

/* Lists of symbols are filled up to this column. */
enum {
	LINE_WIDTH = 80,
	SCREEN = 24 /* lines */
};

struct writer {
	FILE *stream;
	const struct kabi_report_options *options;
	struct kabi_strtab *drawn; /* subjects: a layout is shown once */
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

static void put(const struct writer *writer, const char *text)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf buf =
		KABI_STRBUF_INIT;

	kabi_report_add(&buf, text);
	fputs(buf.string, writer->stream);
}

/* " (include/linux/foo.h:13)" */
static void write_location(const struct writer *writer,
			   const struct kabi_change *change)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf buf =
		KABI_STRBUF_INIT;

	kabi_report_add_location(&buf, change);
	if (buf.length)
		fprintf(writer->stream, " (%s)", buf.string);
}

/* "member-moved: b: offset 4 -> offset 8", without the newline. */
static void write_line(const struct writer *writer,
		       const struct kabi_change *change)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf buf =
		KABI_STRBUF_INIT;
	const char *id = kabi_verdict_name(change->verdict);

	kabi_report_add_change(&buf, change);
	fprintf(writer->stream, "%s%s%s%s", colour(writer, "\033[1m"), id,
		colour(writer, "\033[m"), buf.string + strlen(id));
}

/* What the root's line says already is left out of its children's. */
static void write_children(const struct writer *writer,
			   const struct kabi_change *parent, int indent)
{
	size_t shown = kabi_report_cut(parent->n_children,
				       writer->options->max_symbols);

	for (size_t i = 0; i < shown; i++) {
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
	if (shown < parent->n_children)
		fprintf(writer->stream, "%*s... and %zu more\n", indent, "",
			parent->n_children - shown);
}

static void write_details(const struct writer *writer,
			  const struct kabi_change *change)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf buf =
		KABI_STRBUF_INIT;

	if (change->n_causes) {
		kabi_strbuf_add(&buf, "        because of ");
		kabi_report_add_causes(&buf, change);
		kabi_strbuf_add_char(&buf, '\n');
	}
	if (change->is_private)
		kabi_strbuf_add(&buf, "        private: no consumer can have "
				      "been compiled with it\n");
	if (kabi_report_is_judged(change))
		kabi_strbuf_add(&buf, change->fails
					      ? "        fails the gate\n"
					      : "        passes the gate\n");
	for (size_t i = 0; i < change->n_hits; i++) {
		kabi_strbuf_add(&buf, "        hits ");
		kabi_report_add_hit(&buf, &change->hits[i]);
		kabi_strbuf_add_char(&buf, '\n');
	}
	if (buf.string)
		fputs(buf.string, writer->stream);
	write_children(writer, change, 8);
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
	size_t shown = kabi_report_cut(change->n_symbols,
				       writer->options->max_symbols);
	int column = fprintf(writer->stream,
			     "    reaches %zu exported symbol%s", total,
			     total == 1 ? "" : "s");

	if (column < 0)
		return;

	size_t filled = column;

	filled += fprintf(writer->stream, " (distance %u):", change->distance);
	for (size_t i = 0; i < shown; i++) {
		kabi_strbuf_truncate(&word, 0);
		kabi_report_add(&word, change->symbols[i]);
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
	return !change->n_children && !change->n_causes && !change->n_hits &&
	       !change->is_private && !change->n_path &&
	       !kabi_report_is_judged(change) && !kabi_report_reaches(change);
}

/* What a private type looks like is nobody's business. */
static void write_layout(const struct writer *writer,
			 struct kabi_change *const *group, size_t n)
{
	kabi_cleanup(kabi_layout_cleanup) struct kabi_layout *layout = NULL;
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf buf =
		KABI_STRBUF_INIT;

	const char *subject = group[0]->subject;

	if (kabi_strtab_find(writer->drawn, subject, strlen(subject)))
		return;
	for (size_t i = 0; i < n && !layout && !group[i]->is_private; i++)
		layout = kabi_layout_create(group[i], writer->options->models);
	if (!layout)
		return;
	kabi_strtab_intern(writer->drawn, subject, strlen(subject));
	kabi_report_add_layout(&buf, layout, 8);
	if (buf.string)
		fputs(buf.string, writer->stream);
}

static void write_path(const struct writer *writer,
		       const struct kabi_change *change)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf buf =
		KABI_STRBUF_INIT;

	if (!change->n_path)
		return;
	kabi_report_add_path(&buf, change);
	fprintf(writer->stream, "    via %s\n", buf.string);
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
	write_layout(writer, group, n);
	if (kabi_report_reaches(head))
		write_reach(writer, head);
	write_path(writer, head);
}

static void write_side(const struct writer *writer, const char *sign,
		       const struct kabi_side *side)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf buf =
		KABI_STRBUF_INIT;

	kabi_report_add_side(&buf, side);
	fprintf(writer->stream, "%s %s\n", sign, buf.string);
}

static void write_changes(const struct writer *writer,
			  const struct kabi_changes *changes)
{
	bool was_one_line = false;
	size_t n;

	for (size_t i = 0; i < changes->n_changes; i += n) {
		n = group_size(changes, i);

		bool one_line = n == 1 && fits_one_line(changes->changes[i]);

		if (!one_line || !was_one_line)
			fprintf(writer->stream, "\n");
		write_group(writer, changes->changes + i, n);
		was_one_line = one_line;
	}
}

static bool is_longer_than_screen(const char *text)
{
	size_t lines = 0;

	for (; *text && lines < SCREEN; text++)
		lines += *text == '\n';
	return lines == SCREEN;
}

static struct kabi_error *write_body(const struct kabi_changes *changes,
				     const struct kabi_report_options *options,
				     char **ret)
{
	size_t length;
	struct kabi_arena arena;
	struct writer writer = { open_memstream(ret, &length), options, NULL };

	if (!writer.stream)
		return kabi_error_create(KABI_ERROR_IO,
					 "no memory for a report");
	kabi_arena_init(&arena);
	writer.drawn = kabi_strtab_create(&arena);
	write_changes(&writer, changes);
	kabi_strtab_destroy(writer.drawn);
	kabi_arena_deinit(&arena);
	fclose(writer.stream);
	return NULL;
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

/* The count is the last line, and of a long report one of the first ones. */
struct kabi_error *kabi_report_text(FILE *stream,
				    const struct kabi_changes *changes,
				    const struct kabi_report_options *options)
{
	struct writer writer = { stream, options, NULL };
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf summary =
		KABI_STRBUF_INIT;
	kabi_cleanup(kabi_free_cleanup) char *body = NULL;
	struct kabi_error *error;

	if (!changes->n_changes && !changes->suppressed && !changes->hides)
		return NULL;
	error = write_body(changes, options, &body);
	if (error)
		return error;
	kabi_report_add_summary(&summary, changes);
	write_side(&writer, "---", &changes->old_side);
	write_side(&writer, "+++", &changes->new_side);
	if (is_longer_than_screen(body))
		fprintf(stream, "%s\n", summary.string);
	fprintf(stream, "%s\n", body);
	if (options->show_suppressed)
		write_accepted(&writer, changes);
	for (size_t i = 0; i < changes->n_remarks; i++)
		fprintf(stream, "not compared: %s\n", changes->remarks[i]);
	fprintf(stream, "%s\n", summary.string);
	return NULL;
}
