// SPDX-License-Identifier: GPL-2.0-or-later
/* The table of report formats. */
#include "report.h"

#include <string.h>

#include "report-formats.h"
#include "strbuf.h"

const struct kabi_report_format kabi_report_formats[] = {
	{ "text", "for people: the worst first, one paragraph a type or symbol",
	  kabi_report_text },
	{ "json", "for programs: everything, one line a change",
	  kabi_report_json },
	{ "short", "for grep and mails: a line a change", kabi_report_short },
	{ "markdown", "a comment on a merge request, of limited length",
	  kabi_report_markdown },
	{ "html", "one page to sort and filter, with layouts as byte maps",
	  kabi_report_html },
	{ "junit", "for CI systems that show tests: a test a change",
	  kabi_report_junit },
	{ "sarif", "for code scanners' viewers: SARIF 2.1.0",
	  kabi_report_sarif },
	{ "xml", "for programs: what json has; docs/kabi-report.rng",
	  kabi_report_xml },
	{ NULL, NULL, NULL },
};

const struct kabi_report_format *kabi_report_find(const char *name)
{
	const struct kabi_report_format *format = kabi_report_formats;

	while (format->name && strcmp(format->name, name))
		format++;
	return format->name ? format : NULL;
}

char *kabi_report_names(void)
{
	struct kabi_strbuf names = KABI_STRBUF_INIT;
	const struct kabi_report_format *format = kabi_report_formats;

	kabi_strbuf_add_format(&names, "%s (the default)", format->name);
	for (format++; format->name; format++)
		kabi_strbuf_add_format(&names, "%s%s",
				       format[1].name ? ", " : " or ",
				       format->name);
	kabi_strbuf_add(&names, "; may be repeated");
	return kabi_strbuf_steal(&names);
}
