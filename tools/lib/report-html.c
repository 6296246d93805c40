// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The report as one page that needs nothing else, no network and no script: all
 * facts are in it as HTML. Its script (report-html.js) sorts and filters, and
 * draws byte maps. A change is a <tbody> of two rows; what the script wants to
 * know of it is in data- attributes:
 *
 *	data-level	the level as a number, from harmless to bad
 *	data-dir	the directory it is in
 *	data-list	the id of its list of exported symbols; the lists stand
 *			behind the table, each once
 *	data-key	what a cell is sorted by, where that is a number
 *	data-module	of a hit
 *
 * Nothing that a name holds can become markup, and the page forbids itself
 * every script and style but its own, should that be wrong.
 */
#include "report-html.h"

#include <inttypes.h>
#include <string.h>

#include "ptrmap.h"
#include "report-facts.h"
#include "report-formats.h"
#include "report-help.h"
#include "report-side.h"
#include "strtab.h"

enum {
	LAYOUT_ROWS = 1000, /* of a type, at most */
	MANY_CHILDREN = 10  /* that are folded away */
};

struct page {
	FILE *stream;
	const struct kabi_changes *changes;
	const struct kabi_report_options *options;
	struct kabi_arena arena;
	struct kabi_strtab *subjects; /* whose layout was drawn: where, from 1
				       */
	struct kabi_ptrmap lists;     /* of symbols -> number */
	struct kabi_strtab *names;    /* in one string -> the same */
	const struct kabi_change **with_lists;
	size_t n_lists, room_lists;
};

/* Text that report-facts.h made, as text or within double quotes. */
static void put_plain(const struct page *page, const char *text)
{
	for (; *text; text++) {
		if (strchr("&<>\"'", *text))
			fprintf(page->stream, "&#%d;", *text);
		else
			fputc(*text, page->stream);
	}
}

static void put(const struct page *page, const char *text)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf buf =
		KABI_STRBUF_INIT;

	kabi_report_add(&buf, text);
	put_plain(page, buf.string);
}

/* What one of the kabi_report_add_*() says. */
static void put_fact(const struct page *page,
		     void (*add)(struct kabi_strbuf *,
				 const struct kabi_change *),
		     const struct kabi_change *change)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf buf =
		KABI_STRBUF_INIT;

	add(&buf, change);
	put_plain(page, buf.string);
}

static void put_html(const struct page *page, const char *html)
{
	fputs(html, page->stream);
}

/* The number of the change's list of symbols; several share one. */
static uint32_t list_of(struct page *page, const struct kabi_change *change)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf names =
		KABI_STRBUF_INIT;
	uint32_t number;
	void **same;

	if (!change->n_symbols)
		return 0;
	if (kabi_ptrmap_get(&page->lists, change->symbols, &number))
		return number;
	for (size_t i = 0; i < change->n_symbols; i++)
		kabi_strbuf_add_format(&names, "%s\n", change->symbols[i]);
	kabi_strbuf_add_format(&names, "%zu", change->n_unlisted);
	same = kabi_strtab_value(page->names, names.string, names.length);
	if (!*same) {
		kabi_array_reserve(&page->with_lists, page->n_lists,
				   &page->room_lists,
				   sizeof(*page->with_lists));
		page->with_lists[page->n_lists++] = change;
		*same = (void *)(uintptr_t)page->n_lists;
	}
	number = (uint32_t)(uintptr_t)*same;
	kabi_ptrmap_set(&page->lists, change->symbols, number);
	return number;
}

static void write_lists(const struct page *page)
{
	if (page->n_lists)
		put_html(page, "<h2>Exported symbols</h2>\n");
	for (size_t i = 0; i < page->n_lists; i++) {
		const struct kabi_change *change = page->with_lists[i];

		fprintf(page->stream,
			"<details><summary id=\"s%zu\">list %zu: %zu"
			"</summary><ul class=\"symbols\" id=\"l%zu\">\n",
			i + 1, i + 1, change->n_symbols + change->n_unlisted,
			i + 1);
		for (size_t j = 0; j < change->n_symbols; j++) {
			put_html(page, "<li>");
			put(page, change->symbols[j]);
			put_html(page, "\n");
		}
		if (change->n_unlisted)
			fprintf(page->stream, "<li>... and %zu more\n",
				change->n_unlisted);
		put_html(page, "</ul></details>\n");
	}
}

/* The cells of one side; its first bit and its bits are for the byte map. */
static void write_cell(const struct page *page, const char *side,
		       const struct kabi_layout_cell *cell)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;

	if (!cell) {
		put_html(page, "<td><td><td>");
		return;
	}
	kabi_report_add_cell_offset(&text, cell);
	fprintf(page->stream, "<td class=\"n\">%s", text.string);
	kabi_strbuf_truncate(&text, 0);
	kabi_report_add_cell_size(&text, cell);
	/* As numbers of a script: beyond 2^53 nobody draws anything. */
	fprintf(page->stream,
		"<td class=\"n\">%s<td data-side=\"%s\" data-start=\"%.0f\" "
		"data-length=\"%.0f\"",
		text.string, side, (double)kabi_layout_start(cell),
		(double)kabi_layout_length(cell));
	if (cell->is_hole || cell->holds)
		fprintf(page->stream, " data-what=\"%s\"",
			cell->is_hole ? "hole" : "inner");
	if (cell->name) {
		put_html(page, " data-name=\"");
		put(page, cell->name);
		put_html(page, "\"");
	}
	put_html(page, ">");
	kabi_strbuf_truncate(&text, 0);
	kabi_report_add_cell_text(&text, cell);
	put_plain(page, text.string);
}

static void write_layout(const struct page *page,
			 const struct kabi_layout *layout)
{
	size_t shown = kabi_report_cut(layout->n_rows, LAYOUT_ROWS);

	fprintf(page->stream,
		"<table class=\"layout\" data-old=\"%" PRIu64
		"\" data-new=\"%" PRIu64 "\"><tr><th>offset<th>size"
		"<th>old: %" PRIu64 " bytes, align %" PRIu64
		"<th><th>offset<th>size<th>new: %" PRIu64
		" bytes, align %" PRIu64 "\n",
		layout->sizes[KABI_OLD], layout->sizes[KABI_NEW],
		layout->sizes[KABI_OLD], layout->aligns[KABI_OLD],
		layout->sizes[KABI_NEW], layout->aligns[KABI_NEW]);
	for (size_t i = 0; i < shown; i++) {
		const struct kabi_layout_row *row = &layout->rows[i];
		const char *state = kabi_layout_state_name(row->state);

		fprintf(page->stream, "<tr class=\"%s\">", state);
		write_cell(page, "old", row->cells[KABI_OLD]);
		fprintf(page->stream, "<td>%s",
			row->state == KABI_LAYOUT_SAME ? "" : state);
		write_cell(page, "new", row->cells[KABI_NEW]);
		put_html(page, "\n");
	}
	if (shown < layout->n_rows)
		fprintf(page->stream,
			"<tr><td colspan=\"7\">... and %zu more\n",
			layout->n_rows - shown);
	put_html(page, "</table>\n");
}

/* A subject has one layout, at its first change; the others point there. */
static void write_layout_of(struct page *page, const struct kabi_change *change,
			    size_t number)
{
	kabi_cleanup(kabi_layout_cleanup) struct kabi_layout *layout = NULL;
	void **drawn;

	layout = kabi_layout_create(change, page->options->models);
	if (!layout || !layout->n_different)
		return;
	drawn = kabi_strtab_value(page->subjects, change->subject,
				  strlen(change->subject));
	if (*drawn) {
		fprintf(page->stream,
			"<p><a href=\"#c%zu\">layout: above</a></p>\n",
			(size_t)(uintptr_t)*drawn);
		return;
	}
	*drawn = (void *)(uintptr_t)(number + 1);
	write_layout(page, layout);
}

static void write_children(const struct page *page,
			   const struct kabi_change *parent)
{
	if (!parent->n_children)
		return;
	put_html(page, "<ul>\n");
	for (size_t i = 0; i < parent->n_children; i++) {
		const struct kabi_change *child = parent->children[i];

		fprintf(page->stream, "<li class=\"%s\">",
			kabi_level_name(child->level));
		if (strcmp(child->subject, parent->subject)) {
			put_html(page, "<code>");
			put(page, child->subject);
			put_html(page, "</code>: ");
		}
		put_fact(page, kabi_report_add_change, child);
		put_html(page, " <span class=\"mono\">");
		put_fact(page, kabi_report_add_location, child);
		put_html(page, "</span>\n");
		write_children(page, child);
	}
	put_html(page, "</ul>\n");
}

/* Many would hide what comes below. */
static void write_consequences(const struct page *page,
			       const struct kabi_change *change)
{
	bool are_many = change->n_children > MANY_CHILDREN;

	if (are_many)
		fprintf(page->stream,
			"<details><summary>%zu follow from it</summary>\n",
			change->n_children);
	write_children(page, change);
	if (are_many)
		put_html(page, "</details>\n");
}

static void write_hits(const struct page *page,
		       const struct kabi_change *change)
{
	if (!change->n_hits)
		return;
	put_html(page, "<ul>\n");
	for (size_t i = 0; i < change->n_hits; i++) {
		kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
			KABI_STRBUF_INIT;

		kabi_report_add_hit(&text, &change->hits[i]);
		put_html(page, "<li data-module=\"");
		put(page, change->hits[i].consumer);
		put_html(page, "\">hits ");
		put_plain(page, text.string);
		put_html(page, "\n");
	}
	put_html(page, "</ul>\n");
}

static void write_details(struct page *page, const struct kabi_change *change,
			  size_t number, uint32_t list)
{
	put_html(page, "<details><summary>more</summary><p>");
	put_plain(page, kabi_report_help(change->verdict));
	put_html(page, "</p>\n");
	if (change->n_causes) {
		put_html(page, "<p>because of ");
		put_fact(page, kabi_report_add_causes, change);
		put_html(page, "</p>\n");
	}
	if (change->is_private)
		put_html(page, "<p>private: no consumer can have been compiled "
			       "with it</p>\n");
	if (change->n_path) {
		put_html(page, "<p>via ");
		put_fact(page, kabi_report_add_path, change);
		put_html(page, "</p>\n");
	}
	if (list)
		fprintf(page->stream,
			"<p>reaches %zu exported symbol%s (distance %u): "
			"<a href=\"#s%" PRIu32 "\">list</a></p>\n",
			change->n_symbols + change->n_unlisted,
			kabi_report_plural(change->n_symbols +
					   change->n_unlisted),
			change->distance, list);
	write_hits(page, change);
	write_layout_of(page, change, number);
	write_consequences(page, change);
	put_html(page, "</details>");
}

/* Of FILE:LINE; a file at the top has none. */
static void write_directory(const struct page *page,
			    const struct kabi_change *change)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;
	const char *location = kabi_report_location(change);
	const char *slash;

	if (!location)
		return;
	kabi_report_add(&text, location);
	slash = strrchr(text.string, '/');
	if (!slash)
		return;
	kabi_strbuf_truncate(&text, slash - text.string);
	put_html(page, " data-dir=\"");
	put_plain(page, text.string);
	put_html(page, "\"");
}

static void write_change(struct page *page, const struct kabi_change *change,
			 size_t number)
{
	const char *level = kabi_level_name(change->level);
	uint32_t list = list_of(page, change);
	size_t symbols = change->n_symbols + change->n_unlisted;

	fprintf(page->stream,
		"<tbody id=\"c%zu\" class=\"%s\" data-level=\"%d\"", number + 1,
		level, (int)change->level);
	if (list)
		fprintf(page->stream, " data-list=\"l%" PRIu32 "\"", list);
	write_directory(page, change);
	fprintf(page->stream, "><tr><td class=\"level\" data-key=\"%d\">%s%s",
		(int)change->level, level,
		change->fails ? " <span class=\"fails\" title=\"fails the "
				"gate\">&#10007;</span>"
			      : "");
	put_html(page, "<td class=\"mono\">");
	put(page, change->subject);
	put_html(page, "<td>");
	put_html(page, kabi_verdict_name(change->verdict));
	put_html(page, "<td class=\"mono\">");
	put(page, change->member);
	put_html(page, "<td class=\"mono\">");
	put_fact(page, kabi_report_add_values, change);
	put_html(page, "<td class=\"mono\">");
	put_fact(page, kabi_report_add_location, change);
	fprintf(page->stream,
		"<td class=\"number\" data-key=\"%zu\">%zu"
		"<td class=\"number\" data-key=\"%zu\">%zu\n",
		symbols, symbols, change->n_hits, change->n_hits);
	put_html(page, "<tr class=\"more\"><td colspan=\"8\">");
	write_details(page, change, number, list);
	put_html(page, "\n</tbody>\n");
}

static void write_side(const struct page *page, const char *name,
		       const struct kabi_side *side)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;

	kabi_report_add_side(&text, side);
	fprintf(page->stream, "<p class=\"sides\">%s: <code>", name);
	put_plain(page, text.string);
	put_html(page, "</code></p>\n");
}

static void write_head(const struct page *page)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf summary =
		KABI_STRBUF_INIT;
	const struct kabi_changes *changes = page->changes;

	kabi_report_add_summary(&summary, changes);
	fprintf(page->stream,
		"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
		"<meta charset=\"utf-8\">\n"
		"<meta http-equiv=\"Content-Security-Policy\" content=\""
		"default-src 'none'; style-src 'sha256-%s'; "
		"script-src 'sha256-%s'; base-uri 'none'; "
		"form-action 'none'\">\n"
		"<meta name=\"viewport\" content=\"width=device-width\">\n"
		"<title>kABI: ",
		kabi_html_style_hash, kabi_html_script_hash);
	put_plain(page, summary.string);
	fprintf(page->stream, "</title>\n<style>%s</style>\n</head>\n<body>\n",
		kabi_html_style);
	put_html(page, "<h1>kABI: ");
	put_plain(page, summary.string);
	put_html(page, "</h1>\n");
	write_side(page, "old", &changes->old_side);
	write_side(page, "new", &changes->new_side);
	put_html(page, "<ul class=\"levels\">\n");
	for (int level = KABI_LEVEL_COUNT - 1; level >= 0; level--)
		fprintf(page->stream, "<li class=\"%s\"><b>%zu</b>%s: %s\n",
			kabi_level_name(level), changes->by_level[level],
			kabi_level_name(level), kabi_report_level_help(level));
	fprintf(page->stream, "</ul>\n<p>%zu fail the gate (&#10007;).</p>\n",
		changes->n_failing);
	for (size_t i = 0; i < changes->n_remarks; i++) {
		put_html(page, "<p>not compared: ");
		put(page, changes->remarks[i]);
		put_html(page, "</p>\n");
	}
}

/* Only a script can do what they ask for, so it shows them. */
static void write_filters(const struct page *page)
{
	put_html(page, "<form id=\"filters\" hidden>\n");
	for (int level = KABI_LEVEL_COUNT - 1; level >= 0; level--)
		fprintf(page->stream,
			"<label><input type=\"checkbox\" value=\"%d\" checked> "
			"%s</label>\n",
			level, kabi_level_name(level));
	put_html(page, "<label>symbol or name <input type=\"search\" "
		       "name=\"symbol\"></label>\n"
		       "<label>subsystem <select name=\"subsystem\">"
		       "<option value=\"\">all</option></select></label>\n"
		       "<label>module <select name=\"module\">"
		       "<option value=\"\">all</option></select></label>\n"
		       "<span id=\"count\"></span>\n</form>\n");
}

static void write_table(struct page *page)
{
	static const char *const columns[] = { "level", "what",	 "change",
					       "where", "value", "place" };
	const struct kabi_changes *changes = page->changes;

	put_html(page, "<table id=\"changes\">\n<thead><tr>");
	for (size_t i = 0; i < sizeof(columns) / sizeof(*columns); i++)
		fprintf(page->stream,
			"<th%s><button type=\"button\">%s</button></th>",
			i ? "" : " data-first=\"descending\"", columns[i]);
	put_html(
		page,
		"<th class=\"number\" data-first=\"descending\"><button type=\"button\">"
		"symbols</button></th><th class=\"number\" "
		"data-first=\"descending\">"
		"<button type=\"button\">modules</button></th>"
		"</tr></thead>\n");
	for (size_t i = 0; i < changes->n_changes; i++)
		write_change(page, changes->changes[i], i);
	put_html(page, "</table>\n");
}

struct kabi_error *kabi_report_html(FILE *stream,
				    const struct kabi_changes *changes,
				    const struct kabi_report_options *options)
{
	struct page page = { .stream = stream,
			     .changes = changes,
			     .options = options };

	kabi_arena_init(&page.arena);
	kabi_ptrmap_init(&page.lists);
	page.subjects = kabi_strtab_create(&page.arena);
	page.names = kabi_strtab_create(&page.arena);
	write_head(&page);
	write_filters(&page);
	write_table(&page);
	write_lists(&page);
	fprintf(stream, "<script>%s</script>\n</body>\n</html>\n",
		kabi_html_script);
	kabi_strtab_destroy(page.subjects);
	kabi_strtab_destroy(page.names);
	kabi_ptrmap_deinit(&page.lists);
	kabi_arena_deinit(&page.arena);
	free(page.with_lists);
	return NULL;
}
