// SPDX-License-Identifier: GPL-2.0-or-later
/* One option table: parser and --help. Prints, as its header says. */
#include "cli.h"

#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"

/*
 * Where the help texts begin (a longer option has its own on the next line) and
 * where they are broken.
 */
enum {
	HELP_COLUMN = 28,
	HELP_WIDTH = 80,
};

/* What every program has. Their "set" is this file. */
static const struct kabi_option builtin_options[] = {
	{ "help", 'h', NULL, "print this help", NULL, 0 },
	{ "version", 0, NULL, "print the version", NULL, 0 },
	{ NULL, 0, NULL, NULL, NULL, 0 },
};

static const struct kabi_option *shared_options(const struct kabi_cli *cli)
{
	static const struct kabi_option none;

	return cli->shared ? cli->shared : &none;
}

/* Where the parser stands. */
struct parser {
	const struct kabi_cli *cli;
	char **argv;
	int argc;
	int next; /* the argument to look at next */
	void *context;
};

/* The status to exit with when there is nothing more to do. */
enum {
	GO_ON = -1
};

struct kabi_error *kabi_option_string(void *field, const char *value)
{
	*(const char **)field = value;
	return NULL;
}

struct kabi_error *kabi_option_flag(void *field, const char *value)
{
	(void)value;
	*(bool *)field = true;
	return NULL;
}

/* Wipes what kabi_cli_progress() may have left on the line. */
static void begin_message(const struct kabi_cli *cli)
{
	fprintf(stderr, "%s%s: ", isatty(STDERR_FILENO) ? "\r\033[K" : "",
		cli->program);
}

void kabi_cli_report(const struct kabi_cli *cli, struct kabi_error *error)
{
	begin_message(cli);
	fprintf(stderr, "%s\n", error->message);
	kabi_error_destroy(error);
}

void kabi_cli_notice(void *cli, const char *message)
{
	begin_message(cli);
	fprintf(stderr, "%s\n", message);
}

void kabi_cli_progress(void *cli, size_t done, size_t total)
{
	(void)cli;
	if (!isatty(STDERR_FILENO))
		return;
	if (done < total)
		fprintf(stderr, "\r%zu of %zu\033[K", done, total);
	else
		fprintf(stderr, "\r\033[K");
}

int kabi_cli_usage_error(const struct kabi_cli *cli, const char *format, ...)
{
	va_list args;

	begin_message(cli);
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fprintf(stderr, "\nTry '%s --help'.\n", cli->program);
	return KABI_EXIT_USAGE;
}

bool kabi_cli_colour(FILE *stream)
{
	const char *no_colour = getenv("NO_COLOR");
	const char *terminal = getenv("TERM");

	return isatty(fileno(stream)) && !(no_colour && *no_colour) &&
	       !(terminal && !strcmp(terminal, "dumb"));
}

/* From HELP_COLUMN on, where the stream stands. */
static void print_wrapped(FILE *stream, const char *text)
{
	size_t column = HELP_COLUMN;

	while (*text) {
		size_t length = strcspn(text, " ");

		if (column > HELP_COLUMN && column + 1 + length > HELP_WIDTH) {
			fprintf(stream, "\n%*s", HELP_COLUMN, "");
			column = HELP_COLUMN;
		} else if (column > HELP_COLUMN) {
			fputc(' ', stream);
			column++;
		}
		fprintf(stream, "%.*s", (int)length, text);
		column += length;
		text += length + strspn(text + length, " ");
	}
	fputc('\n', stream);
}

static void print_option(FILE *stream, const struct kabi_option *option)
{
	int width;

	if (option->letter)
		width = fprintf(stream, "  -%c, ", option->letter);
	else
		width = fprintf(stream, "      ");
	width += fprintf(stream, "--%s", option->name);
	if (option->arg)
		width += fprintf(stream, "=%s", option->arg);
	/* Two blanks at least keep option and text apart. */
	if (width > HELP_COLUMN - 2) {
		fprintf(stream, "\n");
		width = 0;
	}
	fprintf(stream, "%*s", HELP_COLUMN - width, "");
	print_wrapped(stream, option->help);
}

static void print_help(FILE *stream, const struct kabi_cli *cli)
{
	const struct kabi_option *own = cli->options;
	const struct kabi_option *shared = shared_options(cli);

	fprintf(stream, "Usage: %s %s\n\n%s\n\nOptions:\n", cli->program,
		cli->synopsis, cli->about);
	while (own->name || shared->name) {
		bool is_own =
			!shared->name ||
			(own->name && strcmp(own->name, shared->name) < 0);

		print_option(stream, is_own ? own++ : shared++);
	}
	for (const struct kabi_option *o = builtin_options; o->name; o++)
		print_option(stream, o);
}

static int answer(const struct kabi_cli *cli, const struct kabi_option *option)
{
	kabi_cleanup(kabi_output_cleanup) struct kabi_output *output = NULL;
	struct kabi_error *error = kabi_output_create(NULL, &output);

	if (!error) {
		FILE *stream = kabi_output_stream(output);

		if (!strcmp(option->name, "help"))
			print_help(stream, cli);
		else
			fprintf(stream, "%s %s\n", cli->program, KABI_VERSION);
		error = kabi_output_commit(output);
	}
	if (error) {
		kabi_cli_report(cli, error);
		return KABI_EXIT_ERROR;
	}
	return KABI_EXIT_OK;
}

static bool is_in(const struct kabi_option *table,
		  const struct kabi_option *option)
{
	while (table->name && table != option)
		table++;
	return table->name;
}

/* value: NULL exactly when the option takes none. */
static int apply(const struct parser *parser, const struct kabi_option *option,
		 const char *value)
{
	const struct kabi_cli *cli = parser->cli;

	if (!option->set)
		return answer(cli, option);

	char *field = (char *)parser->context + option->at;
	struct kabi_error *error;

	if (is_in(shared_options(cli), option))
		field += cli->shared_at;
	error = option->set(field, value);
	if (!error)
		return GO_ON;
	if (error->code == KABI_ERROR_USAGE) {
		kabi_cli_usage_error(cli, "--%s: %s", option->name,
				     error->message);
		kabi_error_destroy(error);
		return KABI_EXIT_USAGE;
	}
	kabi_cli_report(cli, error);
	return KABI_EXIT_ERROR;
}

/* The value that stands in the argument after the option, or NULL. */
static const char *next_argument(struct parser *parser)
{
	if (parser->next >= parser->argc)
		return NULL;
	return parser->argv[parser->next++];
}

static const struct kabi_option *find_in(const struct kabi_option *option,
					 const char *name, size_t length,
					 char letter)
{
	for (; option->name; option++) {
		if (letter ? option->letter == letter
			   : strlen(option->name) == length &&
				     !memcmp(option->name, name, length))
			return option;
	}
	return NULL;
}

/* By name, or by letter when that is not 0. */
static const struct kabi_option *
find(const struct kabi_cli *cli, const char *name, size_t length, char letter)
{
	const struct kabi_option *option =
		find_in(cli->options, name, length, letter);

	if (!option)
		option = find_in(shared_options(cli), name, length, letter);
	return option ? option : find_in(builtin_options, name, length, letter);
}

/* "--name", "--name=value": text is what follows the dashes. */
static int parse_long(struct parser *parser, const char *text)
{
	size_t length = strcspn(text, "=");
	const char *value = text[length] ? text + length + 1 : NULL;
	const struct kabi_option *option = find(parser->cli, text, length, 0);

	if (!option)
		return kabi_cli_usage_error(parser->cli,
					    "unknown option --%.*s",
					    (int)length, text);
	if (value && !option->arg)
		return kabi_cli_usage_error(parser->cli, "--%s takes no value",
					    option->name);
	if (option->arg && !value)
		value = next_argument(parser);
	if (option->arg && !value)
		return kabi_cli_usage_error(parser->cli,
					    "--%s needs a value: %s",
					    option->name, option->arg);
	return apply(parser, option, value);
}

/* "-v", "-vx", "-oFILE", "-o FILE": text is what follows the dash. */
static int parse_short(struct parser *parser, const char *text)
{
	int status = GO_ON;

	while (status == GO_ON && *text) {
		char letter = *text++;
		const struct kabi_option *option =
			find(parser->cli, NULL, 0, letter);
		const char *value = NULL;

		if (!option)
			return kabi_cli_usage_error(
				parser->cli, "unknown option -%c", letter);
		if (option->arg) {
			value = *text ? text : next_argument(parser);
			text = "";
			if (!value)
				return kabi_cli_usage_error(
					parser->cli, "-%c needs a value: %s",
					letter, option->arg);
		}
		status = apply(parser, option, value);
	}
	return status;
}

int kabi_cli_parse(const struct kabi_cli *cli, int argc, char **argv,
		   void *context, int *first)
{
	struct parser parser = { cli, argv, argc, 1, context };
	kabi_cleanup(kabi_free_cleanup) char **operands =
		kabi_xcalloc(argc + 1, sizeof(*operands));
	int n_operands = 0;
	bool only_operands = false;
	int status = GO_ON;

	while (status == GO_ON && parser.next < argc) {
		char *arg = argv[parser.next++];

		if (only_operands || arg[0] != '-' || !arg[1])
			operands[n_operands++] = arg;
		else if (!strcmp(arg, "--"))
			only_operands = true;
		else if (arg[1] == '-')
			status = parse_long(&parser, arg + 2);
		else
			status = parse_short(&parser, arg + 1);
	}
	*first = argc - n_operands;
	for (int i = 0; i < n_operands; i++)
		argv[*first + i] = operands[i];
	return status;
}
