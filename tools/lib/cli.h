/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The command line, the same way in every program: one table is parser, --help
 * and the truth that the man pages are tested against.
 */
#ifndef KABI_TOOLS_CLI_H
#define KABI_TOOLS_CLI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "error.h"
#include "output.h"

struct kabi_option {
	const char *name; /* long name, without dashes */
	char letter;	  /* short name or 0 */
	const char *arg;  /* what --help calls its value; NULL: none */
	const char *help; /* --help breaks it into lines */
	/*
	 * field is "at" bytes into the context of kabi_cli_parse(); value is
	 * NULL when the option takes none.
	 */
	struct kabi_error *(*set)(void *field, const char *value);
	size_t at;
};

/* Ready-made setters, for a field that is a const char * or a bool. */
struct kabi_error *kabi_option_string(void *field, const char *value);
struct kabi_error *kabi_option_flag(void *field, const char *value);

struct kabi_cli {
	const char *program;		   /* "kabi-diff" */
	const char *synopsis;		   /* "[OPTIONS] OLD NEW" */
	const char *about;		   /* one sentence */
	const struct kabi_option *options; /* by name; ended by a NULL one */
	/*
	 * Or NULL: those that it shares with other programs, whose "at" counts
	 * from shared_at bytes into the context.
	 */
	const struct kabi_option *shared;
	size_t shared_at;
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

/*
 * For kabi_input_options, with the struct kabi_cli as context: messages, and
 * on a terminal, if stderr is one, a line that is written over and over and
 * wiped in the end or by the next message.
 */
void kabi_cli_notice(void *cli, const char *message);
void kabi_cli_progress(void *cli, size_t done, size_t total);

/* Is the stream a terminal on which colour is welcome (NO_COLOR)? */
bool kabi_cli_colour(FILE *stream);

#endif /* KABI_TOOLS_CLI_H */
