// SPDX-License-Identifier: GPL-2.0-or-later
/* The table of report formats. */
#include "report.h"

#include <string.h>

#include "report-formats.h"

const struct kabi_report_format kabi_report_formats[] = {
	{ "text", "for people: the worst first, one paragraph a type or symbol",
	  kabi_report_text },
	{ "json", "for programs: everything, one line a change",
	  kabi_report_json },
	{ NULL, NULL, NULL },
};

const struct kabi_report_format *kabi_report_find(const char *name)
{
	const struct kabi_report_format *format = kabi_report_formats;

	while (format->name && strcmp(format->name, name))
		format++;
	return format->name ? format : NULL;
}
