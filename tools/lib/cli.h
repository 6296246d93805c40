/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The command line, the same way in every program: one table is parser, --help
 * and the truth that the man pages are tested against.
 */
#ifndef KABI_TOOLS_CLI_H
#define KABI_TOOLS_CLI_H

#include <stdbool.h>
#include <stdio.h>

#include "error.h"

struct kabi_option {
	const char *name; /* long name, without dashes */
	char letter;	  /* short name or 0 */
	const char *arg;  /* what --help calls its value; NULL: none */
	const char *help; /* one line */
	/* value is NULL when the option takes none. */
	struct kabi_error *(*set)(void *context, const char *value);
};

struct kabi_cli {
	const char *program;		   /* "kabi-diff" */
	const char *synopsis;		   /* "[OPTIONS] OLD NEW" */
	const char *about;		   /* one sentence */
	const struct kabi_option *options; /* ended by a NULL name */
};

enum {
	KABI_EXIT_OK = 0,
	KABI_EXIT_ERROR = 1,
	KABI_EXIT_USAGE = 3,
};

/*
 * Handles all options (--help and --version are built in, "--" ends them).
 * Returns -1 to go on, with the operands from argv[*first] to the end (options
 * may stand among operands), else the status to exit with; what was wrong has
 * been printed.
 */
int kabi_cli_parse(const struct kabi_cli *cli, int argc, char **argv,
		   void *context, int *first);

/* "PROGRAM: message" on stderr; takes the error. */
void kabi_cli_report(const struct kabi_cli *cli, struct kabi_error *error);
/* "PROGRAM: message", then how to get help; returns KABI_EXIT_USAGE. */
int kabi_cli_usage_error(const struct kabi_cli *cli, const char *format, ...)
	kabi_printf(2, 3);

/* Is the stream a terminal on which colour is welcome (NO_COLOR)? */
bool kabi_cli_colour(FILE *stream);

/*
 * An output file that replaces the old one only when all went well: written to
 * a temporary name beside it and renamed by _commit. "-" or NULL is stdout.
 * _commit reports write errors (a full disk); _destroy without _commit removes
 * the temporary and leaves the old file as it was. A target that is not a
 * regular file (/dev/full, a pipe) is written directly.
 */
struct kabi_output;

struct kabi_error *kabi_output_create(const char *path,
				      struct kabi_output **ret) kabi_must_check;
FILE *kabi_output_stream(struct kabi_output *output);
struct kabi_error *kabi_output_commit(struct kabi_output *output)
	kabi_must_check;
void kabi_output_destroy(struct kabi_output *output);

#endif /* KABI_TOOLS_CLI_H */
