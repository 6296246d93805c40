// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The report for grep, mails and commit messages: one line a root cause, worst
 * first, and nothing else:
 *
 *	LEVEL ID SUBJECT[: MEMBER][: OLD -> NEW] [FILE:LINE] (12 symbols, ...)
 *
 * In parentheses stand, where they are not zero, the numbers of exported
 * symbols it reaches, of changes that follow from it and of modules that it
 * hits, and what is special about it.
 */
#include <string.h>

#include "report-facts.h"
#include "report-formats.h"

static size_t count_children(const struct kabi_change *change)
{
	size_t n = change->n_children;

	for (size_t i = 0; i < change->n_children; i++)
		n += count_children(change->children[i]);
	return n;
}

/* "12 symbols, " */
static void add_count(struct kabi_strbuf *buf, size_t n, const char *format)
{
	if (n)
		kabi_strbuf_add_format(buf, "%s%zu %s%s",
				       buf->length ? ", " : "", n, format,
				       kabi_report_plural(n));
}

static void add_word(struct kabi_strbuf *buf, const char *word)
{
	kabi_strbuf_add_format(buf, "%s%s", buf->length ? ", " : "", word);
}

static void add_numbers(struct kabi_strbuf *buf,
			const struct kabi_change *change)
{
	kabi_strbuf_add(buf, "");
	add_count(buf, change->n_symbols + change->n_unlisted, "symbol");
	add_count(buf, count_children(change), "consequence");
	add_count(buf, change->n_hits, "module");
	if (change->is_private)
		add_word(buf, "private");
	if (kabi_report_is_judged(change))
		add_word(buf, change->fails ? "fails" : "passes");
	if (change->n_causes) {
		add_word(buf, "because of ");
		kabi_report_add_causes(buf, change);
	}
}

static void write_change(FILE *stream, const struct kabi_change *change)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf line =
		KABI_STRBUF_INIT;
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf numbers =
		KABI_STRBUF_INIT;
	const char *location = kabi_report_location(change);

	kabi_strbuf_add_format(&line, "%s %s ", kabi_level_name(change->level),
			       kabi_verdict_name(change->verdict));
	kabi_report_add(&line, change->subject);
	if (change->member) {
		kabi_strbuf_add(&line, ": ");
		kabi_report_add(&line, change->member);
	}
	if (change->old_text || change->new_text) {
		kabi_strbuf_add(&line, ": ");
		kabi_report_add_values(&line, change);
	}
	if (location) {
		kabi_strbuf_add(&line, " [");
		kabi_report_add(&line, location);
		kabi_strbuf_add(&line, "]");
	}
	add_numbers(&numbers, change);
	if (numbers.length)
		kabi_strbuf_add_format(&line, " (%s)", numbers.string);
	fprintf(stream, "%s\n", line.string);
}

struct kabi_error *kabi_report_short(FILE *stream,
				     const struct kabi_changes *changes,
				     const struct kabi_report_options *options)
{
	(void)options;
	for (size_t i = 0; i < changes->n_changes; i++)
		write_change(stream, changes->changes[i]);
	return NULL;
}
