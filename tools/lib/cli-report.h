/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * What programs that report changes have in common: the options that say which
 * reports are written where, what is accepted and what fails, and doing so.
 */
#ifndef KABI_TOOLS_CLI_REPORT_H
#define KABI_TOOLS_CLI_REPORT_H

#include "cli.h"
#include "report.h"
#include "rules-gate.h"

/* Bits of the exit status; bit 0 and 1 are errors (cli.h). */
enum {
	KABI_STATUS_CHANGED = 4,
	KABI_STATUS_INCOMPATIBLE = 8,
};

/* A report that was asked for. */
struct kabi_report_request {
	const struct kabi_report_format *format;
	const char *path; /* NULL: where -o says */
	struct kabi_output *output;
};

/* A part of the program's options, of zeroes but for kabi_reporting_init(). */
struct kabi_reporting {
	struct kabi_report_request *requests;
	size_t n_requests, room_requests;
	const char *output;
	const char *accept;
	struct kabi_gate_options gate;
	enum kabi_level level;
	bool unused_rules, show_suppressed, verbose;
};

/* For kabi_cli.shared, of a struct kabi_reporting. */
const struct kabi_option *kabi_reporting_options(void);

/* Before the command line is parsed: messages go where the cli's go. */
void kabi_reporting_init(struct kabi_reporting *reporting,
			 const struct kabi_cli *cli);
void kabi_reporting_deinit(struct kabi_reporting *reporting);

/*
 * When the command line is parsed: fills in the default format. -1 when the
 * options make sense together, else the status to exit with.
 */
int kabi_reporting_check(struct kabi_reporting *reporting,
			 const struct kabi_cli *cli);

/*
 * Judges the changes between the two models, and writes all reports before the
 * first one replaces an old file. Sets the status to exit with: bit 2 for a
 * change, bit 3 for one that fails.
 */
struct kabi_error *kabi_reporting_write(struct kabi_reporting *reporting,
					struct kabi_gate *gate,
					struct kabi_changes *changes,
					struct kabi_model *const models[2],
					int *ret_status) kabi_must_check;

/*
 * The end of main(): prints the error, if there is one, and returns the status
 * for it, or the one that is given.
 */
int kabi_reporting_exit(const struct kabi_cli *cli, struct kabi_error *error,
			int status);

#endif /* KABI_TOOLS_CLI_REPORT_H */
