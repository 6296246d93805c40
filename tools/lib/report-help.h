/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * A sentence about each verdict, for formats that carry an explanation with
 * them. The contract is docs/verdicts.md.
 */
#ifndef KABI_TOOLS_REPORT_HELP_H
#define KABI_TOOLS_REPORT_HELP_H

#include "change.h"

/* Never NULL, never empty. */
const char *kabi_report_help(enum kabi_verdict verdict);
/* What a level means for a consumer. */
const char *kabi_report_level_help(enum kabi_level level);

#endif /* KABI_TOOLS_REPORT_HELP_H */
