// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A choice of records as text, in C. What has a body (structs, unions, enums)
 * is a paragraph below a comment that tells where it is defined; everything
 * else is a line with such a comment behind it, ready for grep.
 */
#include <inttypes.h>
#include <string.h>

#include "alloc.h"
#include "ctype.h"
#include "escape.h"
#include "exposure.h"
#include "show-layout.h"
#include "show-reserved.h"
#include "show.h"
#include "strbuf.h"
#include "words.h"
#include "write.h"

struct text {
	FILE *stream;
	const struct kabi_show *show;
	bool blank; /* a blank line has to come before what comes next */
	bool began;
};

static void add_remark(struct kabi_strbuf *remarks, const char *remark)
{
	if (remarks->length)
		kabi_strbuf_add(remarks, ", ");
	kabi_strbuf_add(remarks, remark);
}

static void add_named_remark(struct kabi_strbuf *remarks, const char *what,
			     const char *name)
{
	if (!name)
		return;
	add_remark(remarks, what);
	kabi_strbuf_add(remarks, " ");
	kabi_escape_add(remarks, name, KABI_ESCAPE_VALUE);
}

/* Which TUs have this variant: "in 20 units: a.c b.c ...". */
static void add_units(struct kabi_strbuf *remarks,
		      const struct kabi_record *record)
{
	if (!record->units_total)
		return;
	add_remark(remarks, "in ");
	kabi_strbuf_add_format(remarks, "%zu unit%s:", record->units_total,
			       record->units_total == 1 ? "" : "s");
	for (size_t i = 0; i < record->n_units; i++) {
		kabi_strbuf_add(remarks, " ");
		kabi_escape_add(remarks, record->units[i], KABI_ESCAPE_FILE);
	}
	if (record->n_units < record->units_total)
		kabi_strbuf_add(remarks, " ...");
}

static void add_common(struct kabi_strbuf *remarks,
		       const struct kabi_record *record)
{
	if (record->file) {
		add_remark(remarks, "");
		kabi_escape_add(remarks, record->file, KABI_ESCAPE_VALUE);
		kabi_strbuf_add_format(remarks, ":%u", record->line);
	}
	if (record->local)
		add_remark(remarks, "block scope");
	add_units(remarks, record);
}

/* "attributes cold,target=avx2" */
static void add_list(struct kabi_strbuf *remarks, const char *what,
		     const char *const *words, size_t n_words)
{
	for (size_t i = 0; i < n_words; i++) {
		if (i)
			kabi_strbuf_add_char(remarks, ',');
		else
			add_named_remark(remarks, what, "");
		kabi_escape_add(remarks, words[i], KABI_ESCAPE_VALUE);
	}
}

static void add_export(struct kabi_strbuf *remarks,
		       const struct kabi_show_item *item)
{
	const struct kabi_record *export = item->export;

	if (!export) {
		add_remark(remarks, "not exported");
		return;
	}
	switch (export->license) {
	case KABI_LICENSE_ANY:
		add_remark(remarks, "EXPORT_SYMBOL");
		break;
	case KABI_LICENSE_GPL:
		add_remark(remarks, "EXPORT_SYMBOL_GPL");
		break;
	case KABI_LICENSE_EXTERNAL:
		add_remark(remarks, "external");
		break;
	}
	add_named_remark(remarks, "namespace", export->ns);
	add_named_remark(remarks, "module", export->module);
}

static void add_symbol_remarks(struct kabi_strbuf *remarks,
			       const struct kabi_show_item *item)
{
	const struct kabi_record *record = item->record;

	add_export(remarks, item);
	if (record->kind == KABI_KIND_EXPORT)
		add_remark(remarks, "no type known");
	if (record->kind == KABI_KIND_VARIABLE && record->has_size) {
		add_remark(remarks, "size ");
		kabi_strbuf_add_format(remarks, "%" PRIu64, record->size);
	}
	if (record->role == KABI_ROLE_REFERENCE)
		add_remark(remarks, "declared");
	if (record->visibility != KABI_VISIBILITY_DEFAULT)
		add_remark(remarks, kabi_visibility_words[record->visibility]);
	if (record->weak)
		add_remark(remarks, "weak");
	add_named_remark(remarks, "alias of", record->alias);
	add_named_remark(remarks, "section", record->section);
	add_list(remarks, "attributes", record->attributes,
		 record->n_attributes);
	add_common(remarks, record);
}

/* Paragraphs are kept apart, lines are not. */
static void begin(struct text *text, bool paragraph)
{
	if (text->began && (paragraph || text->blank))
		fputc('\n', text->stream);
	text->began = true;
	text->blank = paragraph;
}

/* The comment behind what ends in "column". */
static void end_line(const struct text *text, size_t column,
		     const struct kabi_strbuf *remarks,
		     const struct kabi_record *record)
{
	if (remarks->length) {
		do
			fputc(' ', text->stream);
		while (++column < KABI_SHOW_COLUMN);
		fprintf(text->stream, "/* %s */", remarks->string);
	}
	fputc('\n', text->stream);
	kabi_show_problems(text->stream, 1, record->problems,
			   record->n_problems);
}

/* The comment above a paragraph. */
static void write_head(const struct text *text,
		       const struct kabi_show_item *item, uint64_t size)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf remarks =
		KABI_STRBUF_INIT;

	add_common(&remarks, item->record);
	if (item->kind == KABI_KIND_ENUM) {
		add_remark(&remarks, "size ");
		kabi_strbuf_add_format(&remarks, "%" PRIu64, size);
	}
	add_remark(&remarks, item->exported ? "exported" : "not exported");
	fprintf(text->stream, "/* %s */\n", remarks.string);
}

static void write_struct(struct text *text, const struct kabi_show_item *item)
{
	const struct kabi_record *record = item->record;

	begin(text, true);
	write_head(text, item, 0);
	fprintf(text->stream, "%s %s ", kabi_kind_name(record->kind),
		record->name);
	kabi_show_layout(text->stream, text->show->model, record->body,
			 record->problems, record->n_problems);
	fputs(";\n", text->stream);
}

static void write_enum(struct text *text, const struct kabi_show_item *item)
{
	const struct kabi_record *record = item->record;
	bool tagged = record->name[0] != '{';

	begin(text, true);
	write_head(text, item, record->size);
	fprintf(text->stream, "%senum %s%s{\n",
		record->typedef_name ? "typedef " : "",
		tagged ? record->name : "", tagged ? " " : "");
	for (size_t i = 0; i < record->n_enumerators; i++) {
		kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf value =
			KABI_STRBUF_INIT;

		kabi_write_int128(&value, record->enumerators[i].value);
		fprintf(text->stream, "\t%s = %s,\n",
			record->enumerators[i].name, value.string);
	}
	fprintf(text->stream, "}%s%s;\n", record->typedef_name ? " " : "",
		record->typedef_name ? record->typedef_name : "");
	kabi_show_problems(text->stream, 1, record->problems,
			   record->n_problems);
}

static void write_typedef(struct text *text, const struct kabi_show_item *item)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf remarks =
		KABI_STRBUF_INIT;
	const struct kabi_record *record = item->record;
	bool paragraph = kabi_show_untagged(record->type);
	size_t column;

	begin(text, paragraph);
	if (paragraph)
		write_head(text, item, 0);
	else
		add_common(&remarks, record);
	column = kabi_show_declaration(text->stream, text->show->model,
				       "typedef ", record->type, record->name);
	fputc(';', text->stream);
	end_line(text, column + 1, &remarks, record);
}

static void write_symbol(struct text *text, const struct kabi_show_item *item)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf remarks =
		KABI_STRBUF_INIT;
	const struct kabi_record *record = item->record;
	size_t column;

	begin(text, record->type && kabi_show_untagged(record->type));
	if (record->type) {
		column = kabi_show_declaration(text->stream, text->show->model,
					       record->tls ? "__thread " : "",
					       record->type, record->name);
	} else {
		fputs(record->name, text->stream);
		column = strlen(record->name);
	}
	fputc(';', text->stream);
	add_symbol_remarks(&remarks, item);
	end_line(text, column + 1, &remarks, record);
}

static void write_inline(struct text *text, const struct kabi_record *record)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf remarks =
		KABI_STRBUF_INIT;
	size_t column;

	begin(text, kabi_show_untagged(record->type));
	column = kabi_show_declaration(text->stream, text->show->model,
				       "inline ", record->type, record->name);
	fputc(';', text->stream);
	add_remark(&remarks, "body ");
	kabi_strbuf_add_format(&remarks, "%016" PRIx64, record->fingerprint);
	if (record->perhaps_line)
		add_remark(&remarks, "perhaps with __LINE__");
	add_list(&remarks, "attributes", record->attributes,
		 record->n_attributes);
	add_common(&remarks, record);
	end_line(text, column + 1, &remarks, record);
}

/* A head and indented lines: what code depends on of a type. */
static void write_exposure(struct text *text, const struct kabi_record *record)
{
	const char *name;
	enum kabi_kind kind = kabi_exposure_type(record, &name);

	begin(text, true);
	if (name)
		fprintf(text->stream, "exposure %s %s {\n",
			kabi_kind_name(kind), name);
	else
		fprintf(text->stream, "exposure %s {\n", record->name);
	for (size_t i = 0; i < record->n_exposed; i++) {
		const struct kabi_exposed *exposed = &record->exposed[i];

		fprintf(text->stream, "\t%s%s%s;\n",
			kabi_dependence_words[exposed->how],
			exposed->member ? " " : "",
			exposed->member ? exposed->member : "");
	}
	fputs("};\n", text->stream);
	kabi_show_problems(text->stream, 1, record->problems,
			   record->n_problems);
}

/* Likewise: "12-20 CONFIG_FOO". */
static void write_conditions(struct text *text,
			     const struct kabi_record *record)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf name =
		KABI_STRBUF_INIT;

	begin(text, true);
	kabi_escape_add(&name, record->name, KABI_ESCAPE_FILE);
	fprintf(text->stream, "conditions %s {\n", name.string);
	for (size_t i = 0; i < record->n_ranges; i++) {
		const struct kabi_range *range = &record->ranges[i];

		fprintf(text->stream, "\t%u-%u", range->first, range->last);
		for (size_t j = 0; j < range->n_options; j++)
			fprintf(text->stream, " %s", range->options[j]);
		fputs(";\n", text->stream);
	}
	fputs("};\n", text->stream);
}

/* What stands on the line: "#define NAME VALUE", "setting NAME VALUE" ... */
static void add_line(struct kabi_strbuf *line, const struct kabi_record *record)
{
	bool defined = record->kind == KABI_KIND_MACRO ||
		       (record->kind == KABI_KIND_CONFIG && !record->is_unset);

	if (defined) {
		kabi_strbuf_add_format(line, "#define %s ", record->name);
		kabi_write_value(line, record);
		return;
	}
	kabi_strbuf_add_format(line, "%s ",
			       record->kind == KABI_KIND_CONFIG
				       ? "#undef"
				       : kabi_kind_name(record->kind));
	kabi_escape_add(line, record->name, KABI_ESCAPE_FILE);
	if (record->kind == KABI_KIND_SETTING)
		kabi_strbuf_add_format(line, " %s", record->string);
	if (record->kind == KABI_KIND_RULE && !record->is_unset) {
		kabi_strbuf_add_char(line, ' ');
		kabi_write_value(line, record);
	}
	for (size_t i = 0; kabi_contents_words[i]; i++)
		if (record->contents & 1u << i)
			kabi_strbuf_add_format(line, " %s",
					       kabi_contents_words[i]);
}

static void write_line(struct text *text, const struct kabi_record *record)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf line =
		KABI_STRBUF_INIT;
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf remarks =
		KABI_STRBUF_INIT;

	begin(text, false);
	add_line(&line, record);
	if (record->kind == KABI_KIND_UNIT) {
		add_named_remark(&remarks, "scope", record->scope);
		if (record->no_macros)
			add_remark(&remarks, "no macros");
		if (record->unvalued) {
			add_remark(&remarks, "macros without a value: ");
			kabi_strbuf_add_format(&remarks, "%" PRIu64,
					       record->unvalued);
		}
	}
	add_list(&remarks, "made from", record->options, record->n_options);
	add_common(&remarks, record);
	fputs(line.string, text->stream);
	end_line(text, line.length, &remarks, record);
}

static void write_item(struct text *text, const struct kabi_show_item *item)
{
	switch (item->kind) {
	case KABI_KIND_STRUCT:
	case KABI_KIND_UNION:
		write_struct(text, item);
		break;
	case KABI_KIND_ENUM:
		write_enum(text, item);
		break;
	case KABI_KIND_TYPEDEF:
		write_typedef(text, item);
		break;
	case KABI_KIND_FUNCTION:
	case KABI_KIND_VARIABLE:
		write_symbol(text, item);
		break;
	case KABI_KIND_INLINE:
		write_inline(text, item->record);
		break;
	case KABI_KIND_EXPOSURE:
		write_exposure(text, item->record);
		break;
	case KABI_KIND_CONDITIONS:
		write_conditions(text, item->record);
		break;
	default:
		write_line(text, item->record);
		break;
	}
}

static void write_unit_setting(void *context, const struct kabi_record *setting)
{
	const struct text *text = context;

	fprintf(text->stream, "\tsetting %s %s\n", setting->name,
		setting->string);
}

/* First what all units agree on, then each with what it has of its own. */
static void write_units(struct text *text)
{
	const struct kabi_show *show = text->show;

	for (size_t i = 0; i < show->n_items; i++) {
		if (show->items[i].kind == KABI_KIND_SETTING)
			write_item(text, &show->items[i]);
	}
	for (size_t i = 0; i < show->n_items; i++) {
		if (show->items[i].kind != KABI_KIND_UNIT)
			continue;
		write_item(text, &show->items[i]);
		kabi_show_unit_settings(show->model,
					show->items[i].record->name,
					write_unit_setting, text);
	}
}

void kabi_show_text(FILE *stream, const struct kabi_show *show,
		    enum kabi_show_what what)
{
	struct text text = { .stream = stream, .show = show };

	if (what == KABI_SHOW_UNITS) {
		write_units(&text);
		return;
	}
	if (what == KABI_SHOW_RESERVED) {
		kabi_show_reserved_text(stream, show);
		return;
	}
	for (size_t i = 0; i < show->n_items; i++)
		write_item(&text, &show->items[i]);
}
