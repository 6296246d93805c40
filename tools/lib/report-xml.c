// SPDX-License-Identifier: GPL-2.0-or-later
/* The report as XML: what the JSON report holds. docs/kabi-report.rng has it.
 */
#include "report-facts.h"
#include "report-formats.h"
#include "xml-out.h"

static void attribute(struct kabi_xml_out *out, const char *name,
		      const char *value)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;

	if (!value)
		return;
	kabi_report_add(&text, value);
	kabi_xml_out_attribute(out, name, text.string);
}

static void element(struct kabi_xml_out *out, const char *name,
		    const char *value)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;

	kabi_report_add(&text, value);
	kabi_xml_out_start(out, name);
	kabi_xml_out_text(out, text.string);
	kabi_xml_out_end(out);
}

static void write_side(struct kabi_xml_out *out, const char *name,
		       const struct kabi_side *side)
{
	kabi_xml_out_start(out, name);
	attribute(out, "path", side->path);
	attribute(out, "arch", side->arch);
	attribute(out, "release", side->release);
	attribute(out, "compiler", side->compiler);
	kabi_xml_out_count(out, "exports", side->exports);
	kabi_xml_out_count(out, "types", side->types);
	kabi_xml_out_count(out, "units", side->units);
	kabi_xml_out_end(out);
}

static void write_summary(struct kabi_xml_out *out,
			  const struct kabi_changes *changes)
{
	kabi_xml_out_start(out, "summary");
	for (int level = KABI_LEVEL_COUNT - 1; level >= 0; level--)
		kabi_xml_out_count(out, kabi_level_name(level),
				   changes->by_level[level]);
	kabi_xml_out_count(out, "symbols-affected", changes->symbols_affected);
	kabi_xml_out_count(out, "suppressed", changes->suppressed);
	kabi_xml_out_count(out, "failing", changes->n_failing);
	if (changes->n_consumers) {
		kabi_xml_out_count(out, "consumers", changes->n_consumers);
		kabi_xml_out_count(out, "consumers-hit",
				   changes->n_consumers_hit);
		kabi_xml_out_count(out, "changes-hit", changes->n_changes_hit);
	}
	kabi_xml_out_end(out);
}

static void write_value(struct kabi_xml_out *out, const char *name,
			const char *text, const char *location)
{
	if (!text && !location)
		return;
	kabi_xml_out_start(out, name);
	attribute(out, "text", text);
	attribute(out, "location", location);
	kabi_xml_out_end(out);
}

static void write_list(struct kabi_xml_out *out, const char *name,
		       const char *const *words, size_t n_words)
{
	for (size_t i = 0; i < n_words; i++)
		element(out, name, words[i]);
}

static void write_change(struct kabi_xml_out *out,
			 const struct kabi_change *change, bool is_root)
{
	kabi_xml_out_start(out, "change");
	kabi_xml_out_attribute(out, "id", kabi_verdict_name(change->verdict));
	kabi_xml_out_attribute(out, "level", kabi_level_name(change->level));
	attribute(out, "subject", change->subject);
	attribute(out, "member", change->member);
	if (is_root)
		kabi_xml_out_attribute(out, "fails", change->fails ? "1" : "0");
	if (change->is_private)
		kabi_xml_out_attribute(out, "private", "1");
	kabi_xml_out_count(out, "symbols-total",
			   change->n_symbols + change->n_unlisted);
	if (change->n_symbols)
		kabi_xml_out_count(out, "distance", change->distance);
	write_value(out, "old", change->old_text, change->old_location);
	write_value(out, "new", change->new_text, change->new_location);
	write_list(out, "cause", change->causes, change->n_causes);
	write_list(out, "symbol", change->symbols, change->n_symbols);
	write_list(out, "step", change->path, change->n_path);
	for (size_t i = 0; i < change->n_hits; i++) {
		kabi_xml_out_start(out, "hit");
		attribute(out, "consumer", change->hits[i].consumer);
		write_list(out, "depends-on", change->hits[i].what,
			   change->hits[i].n_what);
		kabi_xml_out_end(out);
	}
	for (size_t i = 0; i < change->n_children; i++)
		write_change(out, change->children[i], false);
	kabi_xml_out_end(out);
}

struct kabi_error *kabi_report_xml(FILE *stream,
				   const struct kabi_changes *changes,
				   const struct kabi_report_options *options)
{
	struct kabi_xml_out *out = kabi_xml_out_create(stream);

	(void)options;
	kabi_xml_out_start(out, "kabi-report");
	kabi_xml_out_count(out, "version", 1);
	write_side(out, "old", &changes->old_side);
	write_side(out, "new", &changes->new_side);
	write_summary(out, changes);
	write_list(out, "not-compared", changes->remarks, changes->n_remarks);
	for (size_t i = 0; i < changes->n_changes; i++)
		write_change(out, changes->changes[i], true);
	kabi_xml_out_end(out);
	return kabi_xml_out_finish(out);
}
