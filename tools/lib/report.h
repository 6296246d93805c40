/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Changes into what people and programs read. One function a format. */
#ifndef KABI_TOOLS_REPORT_H
#define KABI_TOOLS_REPORT_H

#include <stdio.h>

#include "change.h"

struct kabi_report_options {
	bool colour;
	size_t max_symbols;   /* symbols, children listed a change; 0: all */
	bool show_suppressed; /* what rules accepted, and why */
	/* What was compared, for layouts; without them none is drawn. */
	const struct kabi_model *models[KABI_SIDES];
};

struct kabi_report_format {
	const char *name; /* of --format */
	const char *help;
	struct kabi_error *(*write)(FILE *stream,
				    const struct kabi_changes *changes,
				    const struct kabi_report_options *options);
};

/* Ended by a NULL name; the first is the default. */
extern const struct kabi_report_format kabi_report_formats[];

const struct kabi_report_format *kabi_report_find(const char *name);

/* For --help: "text (the default), ... or xml; may be repeated"; to be freed.
 */
char *kabi_report_names(void);

#endif /* KABI_TOOLS_REPORT_H */
