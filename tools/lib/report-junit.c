// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The report in the XML that CI systems show results of tests from: a suite a
 * level, a test a change, which fails when the change fails the gate. A file
 * without any test is an error to some of them: no change is a test that
 * passed.
 */
#include "report-facts.h"
#include "report-formats.h"
#include "xml-out.h"

static void write_place(struct kabi_xml_out *out,
			const struct kabi_change *change)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf file =
		KABI_STRBUF_INIT;
	const char *location = kabi_report_location(change);
	unsigned int line;

	if (!location)
		return;
	kabi_report_add(&file, location);
	kabi_strbuf_truncate(&file,
			     kabi_report_split_location(file.string, &line));
	kabi_xml_out_attribute(out, "file", file.string);
	if (line)
		kabi_xml_out_count(out, "line", line);
}

static void write_case(struct kabi_xml_out *out,
		       const struct kabi_change *change,
		       const struct kabi_report_options *options)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;

	kabi_xml_out_start(out, "testcase");
	kabi_report_add(&text, change->subject);
	kabi_xml_out_attribute(out, "classname", text.string);
	kabi_strbuf_truncate(&text, 0);
	kabi_strbuf_add(&text, kabi_verdict_name(change->verdict));
	if (change->member) {
		kabi_strbuf_add(&text, ": ");
		kabi_report_add(&text, change->member);
	}
	kabi_xml_out_attribute(out, "name", text.string);
	write_place(out, change);

	kabi_strbuf_truncate(&text, 0);
	kabi_report_add(&text, change->subject);
	kabi_strbuf_add(&text, ": ");
	kabi_report_add_change(&text, change);
	kabi_xml_out_start(out, change->fails ? "failure" : "system-out");
	if (change->fails) {
		kabi_xml_out_attribute(out, "message", text.string);
		kabi_xml_out_attribute(out, "type",
				       kabi_level_name(change->level));
	}
	kabi_strbuf_add_char(&text, '\n');
	if (kabi_report_location(change)) {
		kabi_strbuf_add(&text, "at ");
		kabi_report_add_location(&text, change);
		kabi_strbuf_add_char(&text, '\n');
	}
	kabi_report_add_details(&text, change, options->max_symbols);
	kabi_xml_out_text(out, text.string);
	kabi_xml_out_end(out);
	kabi_xml_out_end(out);
}

static void write_nothing(struct kabi_xml_out *out)
{
	kabi_xml_out_start(out, "testsuite");
	kabi_xml_out_attribute(out, "name", "kabi-diff");
	kabi_xml_out_count(out, "tests", 1);
	kabi_xml_out_count(out, "failures", 0);
	kabi_xml_out_start(out, "testcase");
	kabi_xml_out_attribute(out, "classname", "kabi-diff");
	kabi_xml_out_attribute(out, "name", "nothing changed");
	kabi_xml_out_end(out);
	kabi_xml_out_end(out);
}

static void write_suite(struct kabi_xml_out *out,
			const struct kabi_changes *changes,
			enum kabi_level level,
			const struct kabi_report_options *options)
{
	size_t failures = 0;

	if (!changes->by_level[level])
		return;
	for (size_t i = 0; i < changes->n_changes; i++)
		failures += changes->changes[i]->level == level &&
			    changes->changes[i]->fails;
	kabi_xml_out_start(out, "testsuite");
	kabi_xml_out_attribute(out, "name", kabi_level_name(level));
	kabi_xml_out_count(out, "tests", changes->by_level[level]);
	kabi_xml_out_count(out, "failures", failures);
	for (size_t i = 0; i < changes->n_changes; i++) {
		if (changes->changes[i]->level == level)
			write_case(out, changes->changes[i], options);
	}
	kabi_xml_out_end(out);
}

/* What the whole comparison is and comes to, for those who open the file. */
static void write_summary(struct kabi_xml_out *out,
			  const struct kabi_changes *changes)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;

	kabi_strbuf_add(&text, "--- ");
	kabi_report_add_side(&text, &changes->old_side);
	kabi_strbuf_add(&text, "\n+++ ");
	kabi_report_add_side(&text, &changes->new_side);
	kabi_strbuf_add(&text, "\n");
	for (size_t i = 0; i < changes->n_remarks; i++)
		kabi_strbuf_add_format(&text, "not compared: %s\n",
				       changes->remarks[i]);
	kabi_report_add_summary(&text, changes);
	kabi_strbuf_add(&text, "\n");
	kabi_xml_out_start(out, "testsuite");
	kabi_xml_out_attribute(out, "name", "summary");
	kabi_xml_out_count(out, "tests", 0);
	kabi_xml_out_count(out, "failures", 0);
	kabi_xml_out_start(out, "system-out");
	kabi_xml_out_text(out, text.string);
	kabi_xml_out_end(out);
	kabi_xml_out_end(out);
}

struct kabi_error *kabi_report_junit(FILE *stream,
				     const struct kabi_changes *changes,
				     const struct kabi_report_options *options)
{
	struct kabi_xml_out *out = kabi_xml_out_create(stream);
	size_t n_tests = changes->n_changes ? changes->n_changes : 1;

	kabi_xml_out_start(out, "testsuites");
	kabi_xml_out_attribute(out, "name", "kabi-diff");
	kabi_xml_out_count(out, "tests", n_tests);
	kabi_xml_out_count(out, "failures", changes->n_failing);
	for (int level = KABI_LEVEL_COUNT - 1; level >= 0; level--)
		write_suite(out, changes, level, options);
	if (!changes->n_changes)
		write_nothing(out);
	write_summary(out, changes);
	kabi_xml_out_end(out);
	return kabi_xml_out_finish(out);
}
