/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The report writers, for the table in report.c. A new format is a file
 * report-NAME.c, a line here and a line there. They may leave errors of the
 * stream to the caller, who checks them when it is closed.
 */
#ifndef KABI_TOOLS_REPORT_FORMATS_H
#define KABI_TOOLS_REPORT_FORMATS_H

#include "report.h"

struct kabi_error *kabi_report_text(FILE *stream,
				    const struct kabi_changes *changes,
				    const struct kabi_report_options *options)
	kabi_must_check;
struct kabi_error *kabi_report_json(FILE *stream,
				    const struct kabi_changes *changes,
				    const struct kabi_report_options *options)
	kabi_must_check;
struct kabi_error *kabi_report_short(FILE *stream,
				     const struct kabi_changes *changes,
				     const struct kabi_report_options *options)
	kabi_must_check;
struct kabi_error *
kabi_report_markdown(FILE *stream, const struct kabi_changes *changes,
		     const struct kabi_report_options *options) kabi_must_check;
struct kabi_error *kabi_report_junit(FILE *stream,
				     const struct kabi_changes *changes,
				     const struct kabi_report_options *options)
	kabi_must_check;
struct kabi_error *kabi_report_sarif(FILE *stream,
				     const struct kabi_changes *changes,
				     const struct kabi_report_options *options)
	kabi_must_check;
struct kabi_error *kabi_report_xml(FILE *stream,
				   const struct kabi_changes *changes,
				   const struct kabi_report_options *options)
	kabi_must_check;
struct kabi_error *kabi_report_html(FILE *stream,
				    const struct kabi_changes *changes,
				    const struct kabi_report_options *options)
	kabi_must_check;

#endif /* KABI_TOOLS_REPORT_FORMATS_H */
