// SPDX-License-Identifier: GPL-2.0-or-later
/* kabi-diff: what changed between two inputs, and how bad it is. */
#include <string.h>

#include "alloc.h"
#include "cli.h"
#include "diff.h"
#include "input-consumers.h"
#include "input.h"
#include "report.h"
#include "rules-gate.h"
#include "rules.h"
#include "symlist.h"

/* Bits of the exit status; bit 0 and 1 are errors (cli.h). */
enum {
	STATUS_CHANGED = 4,
	STATUS_INCOMPATIBLE = 8,
};

/* A report that was asked for. */
struct request {
	const struct kabi_report_format *format;
	const char *path; /* NULL: where -o says */
	struct kabi_output *output;
};

struct options {
	struct request *requests;
	size_t n_requests, room_requests;
	const char **consumers;
	size_t n_consumers, room_consumers;
	bool consumers_only;
	const char *output;
	const char *symbols;
	const char *accept;
	struct kabi_gate_options gate;
	enum kabi_level level;
	bool unused_rules, show_suppressed;
	bool all_types;
	bool verbose;
};

static struct kabi_error *set_level(void *level, const char *value)
{
	if (!kabi_level_parse(value, level))
		return kabi_error_create(KABI_ERROR_USAGE,
					 "no such level: '%s'", value);
	return NULL;
}

/* FORMAT or FORMAT:FILE */
static struct kabi_error *add_format(void *context, const char *value)
{
	struct options *options = context;
	size_t length = strcspn(value, ":");
	kabi_cleanup(kabi_free_cleanup) char *name =
		kabi_xasprintf("%.*s", (int)length, value);
	struct request request = { .format = kabi_report_find(name) };

	if (!request.format)
		return kabi_error_create(KABI_ERROR_USAGE,
					 "no such format: '%s'", name);
	if (value[length])
		request.path = value + length + 1;
	if (request.path && !*request.path)
		return kabi_error_create(KABI_ERROR_USAGE, "no file after '%s'",
					 value);
	kabi_array_reserve(&options->requests, options->n_requests,
			   &options->room_requests, sizeof(request));
	options->requests[options->n_requests++] = request;
	return NULL;
}

static struct kabi_error *add_suppress(void *context, const char *value)
{
	struct kabi_gate_options *gate = context;

	kabi_array_reserve(&gate->suppress, gate->n_suppress,
			   &gate->room_suppress, sizeof(*gate->suppress));
	gate->suppress[gate->n_suppress++] = value;
	return NULL;
}

static struct kabi_error *add_consumer(void *context, const char *value)
{
	struct options *options = context;

	if (!strcmp(value, "-"))
		return kabi_error_create(KABI_ERROR_USAGE,
					 "consumers cannot be read from "
					 "standard input");
	kabi_array_reserve(&options->consumers, options->n_consumers,
			   &options->room_consumers,
			   sizeof(*options->consumers));
	options->consumers[options->n_consumers++] = value;
	return NULL;
}

/* The help of --format is made of the formats there are. */
static struct kabi_option option_table[] = {
	{ "accept", 0, "FILE", "write rules that accept what is reported",
	  kabi_option_string, offsetof(struct options, accept) },
	{ "all-types", 0, NULL, "compare types that no symbol reaches too",
	  kabi_option_flag, offsetof(struct options, all_types) },
	{ "consumers", 0, "INPUT",
	  "tell which of these modules or objects, built against OLD, depend "
	  "on what changed, may be repeated",
	  add_consumer, 0 },
	{ "consumers-only", 0, NULL,
	  "report only what some consumer depends on", kabi_option_flag,
	  offsetof(struct options, consumers_only) },
	{ "date", 0, "YYYY-MM-DD", "the day by which rules expire",
	  kabi_option_string, offsetof(struct options, gate.date) },
	{ "fail-on", 0, "LEVEL",
	  "add 8 to the status from this level on (default: break)", set_level,
	  offsetof(struct options, gate.fail_on) },
	{ "format", 0, "FORMAT[:FILE]", NULL, add_format, 0 },
	{ "level", 0, "LEVEL", "report nothing below note, source, risk, break",
	  set_level, offsetof(struct options, level) },
	{ "output", 'o', "FILE", "write to FILE instead of standard output",
	  kabi_option_string, offsetof(struct options, output) },
	{ "policy", 0, "NAME",
	  "what fails: full (the default), lts, listed, or one of the rules",
	  kabi_option_string, offsetof(struct options, gate.policy) },
	{ "show-suppressed", 0, NULL, "tell what rules accepted, and why",
	  kabi_option_flag, offsetof(struct options, show_suppressed) },
	{ "suppress", 0, "FILE",
	  "accept what the rules in FILE say, may be "
	  "repeated",
	  add_suppress, offsetof(struct options, gate) },
	{ "symbols", 0, "FILE", "compare only the exports that FILE lists",
	  kabi_option_string, offsetof(struct options, symbols) },
	{ "unused-rules", 0, NULL, "list the rules that matched nothing",
	  kabi_option_flag, offsetof(struct options, unused_rules) },
	{ "verbose", 'v', NULL, "tell what was found on the way",
	  kabi_option_flag, offsetof(struct options, verbose) },
	{ NULL, 0, NULL, NULL, NULL, 0 },
};

static const struct kabi_cli cli = {
	.program = "kabi-diff",
	.synopsis = "[OPTIONS] OLD NEW",
	.about = "Compares the ABI of two inputs and reports what a module "
		 "that was compiled\nagainst OLD would feel of NEW. OLD and "
		 "NEW are what kabi-collect takes.\nStatus: 0 nothing to "
		 "report, 4 changes, 12 breaking changes.",
	.options = option_table,
};

static const char *path_of(const struct options *options,
			   const struct request *request)
{
	const char *path = request->path ? request->path : options->output;

	return path ? path : "-";
}

static const char *name_of(const char *path)
{
	return strcmp(path, "-") ? path : "standard output";
}

/* Rules that are written would take the place of what is there. */
static int check_accept(const struct options *options)
{
	const struct kabi_gate_options *gate = &options->gate;

	if (!options->accept)
		return -1;
	for (size_t i = 0; i < options->n_requests; i++) {
		if (!strcmp(options->accept,
			    path_of(options, &options->requests[i])))
			return kabi_cli_usage_error(
				&cli,
				"a report and --accept cannot both go to %s",
				name_of(options->accept));
	}
	for (size_t i = 0; i < gate->n_suppress; i++) {
		if (!strcmp(options->accept, gate->suppress[i]))
			return kabi_cli_usage_error(
				&cli,
				"--accept=%s would replace the rules of "
				"--suppress",
				options->accept);
	}
	return -1;
}

static int check_usage(struct options *options, char **operands, int n_operands)
{
	if (n_operands != 2)
		return kabi_cli_usage_error(&cli, "which OLD and NEW?");
	if (!strcmp(operands[0], "-") && !strcmp(operands[1], "-"))
		return kabi_cli_usage_error(
			&cli, "OLD and NEW cannot both be standard input");
	if (options->consumers_only && !options->n_consumers)
		return kabi_cli_usage_error(
			&cli, "--consumers-only needs --consumers");
	for (size_t i = 0; i < options->n_requests; i++) {
		const char *path = path_of(options, &options->requests[i]);

		for (size_t j = 0; j < i; j++) {
			if (!strcmp(path,
				    path_of(options, &options->requests[j])))
				return kabi_cli_usage_error(
					&cli,
					"two reports cannot both go to %s",
					name_of(path));
		}
	}
	return check_accept(options);
}

static struct kabi_error *write_report(const struct options *options,
				       struct request *request,
				       const struct kabi_changes *changes,
				       struct kabi_model *const models[2])
{
	struct kabi_report_options report_options = {
		.max_symbols = 10,
		.show_suppressed = options->show_suppressed,
		.models = { models[KABI_OLD], models[KABI_NEW] },
	};
	struct kabi_error *error;
	FILE *stream;

	error = kabi_output_create(path_of(options, request), &request->output);
	if (error)
		return error;
	stream = kabi_output_stream(request->output);
	report_options.colour = kabi_cli_colour(stream);
	return request->format->write(stream, changes, &report_options);
}

/* All are written before the first one replaces an old file. */
static struct kabi_error *write_reports(struct options *options,
					const struct kabi_changes *changes,
					struct kabi_model *const models[2])
{
	struct kabi_error *error = NULL;

	for (size_t i = 0; i < options->n_requests && !error; i++)
		error = write_report(options, &options->requests[i], changes,
				     models);
	for (size_t i = 0; i < options->n_requests && !error; i++)
		error = kabi_output_commit(options->requests[i].output);
	return error;
}

static struct kabi_error *write_accepted(const char *path,
					 const struct kabi_changes *changes)
{
	kabi_cleanup(kabi_output_cleanup) struct kabi_output *output = NULL;
	struct kabi_error *error;

	if (!path)
		return NULL;
	error = kabi_output_create(path, &output);
	if (error)
		return error;
	kabi_rules_write(kabi_output_stream(output), changes);
	return kabi_output_commit(output);
}

static int status_of(const struct kabi_changes *changes)
{
	return (changes->n_changes ? STATUS_CHANGED : KABI_EXIT_OK) |
	       (changes->n_failing ? STATUS_INCOMPATIBLE : 0);
}

/* Of a symbol that has another name in the list nothing would be compared. */
static void missing_symbol(void *context, const char *symbol)
{
	const char *list = context;

	fprintf(stderr, "%s: %s: %s is exported by neither\n", cli.program,
		list, symbol);
}

static void symlist_cleanup(struct kabi_symlist **list)
{
	kabi_symlist_destroy(*list);
}

static void consumers_cleanup(struct kabi_consumers **consumers)
{
	kabi_consumers_destroy(*consumers);
}

static void changes_cleanup(struct kabi_changes **changes)
{
	kabi_changes_destroy(*changes);
}

static void overrides_cleanup(struct kabi_overrides **overrides)
{
	kabi_overrides_destroy(*overrides);
}

static struct kabi_error *compare(struct options *options, char **paths,
				  int *ret_status)
{
	struct kabi_input_options input_options = {
		.notice = options->verbose ? kabi_cli_notice : NULL,
		.notice_context = (void *)&cli,
		.verbose = options->verbose,
		.progress = kabi_cli_progress,
		.progress_context = (void *)&cli,
	};
	kabi_cleanup(symlist_cleanup) struct kabi_symlist *list = NULL;
	struct kabi_model *models[2] = { NULL, NULL };
	kabi_cleanup(overrides_cleanup) struct kabi_overrides *overrides = NULL;
	kabi_cleanup(consumers_cleanup) struct kabi_consumers *consumers = NULL;
	kabi_cleanup(changes_cleanup) struct kabi_changes *changes = NULL;
	kabi_cleanup(kabi_gate_cleanup) struct kabi_gate *gate = NULL;
	struct kabi_diff_options diff_options = {
		.old_path = paths[0],
		.new_path = paths[1],
		.all_types = options->all_types,
		.level = options->level,
		.consumers_only = options->consumers_only,
	};
	const char *const inputs[2] = { paths[0], paths[1] };
	struct kabi_error *error = NULL;

	if (options->symbols)
		error = kabi_symlist_read(options->symbols, &list);
	if (!error)
		error = kabi_gate_create(&options->gate, list, &gate);
	if (!error && !kabi_gate_wants_all(gate))
		diff_options.symbols = list;
	if (!error)
		error = kabi_input_load_pair(inputs, &input_options, models);
	if (!error && list)
		kabi_symlist_missing(list, models, 2, missing_symbol,
				     (void *)options->symbols);
	if (!error && options->n_consumers)
		error = kabi_input_consumers(options->consumers,
					     options->n_consumers,
					     &input_options, models[0],
					     &consumers);
	diff_options.consumers = consumers;
	if (!error)
		diff_options.overrides = overrides =
			kabi_overrides_apply(models[0], models[1]);
	if (!error)
		error = kabi_diff(models[0], models[1], &diff_options,
				  &changes);
	if (!error) {
		kabi_gate_judge(gate, changes, models[0], models[1]);
		error = write_reports(options, changes, models);
	}
	if (!error)
		error = write_accepted(options->accept, changes);
	if (!error && options->unused_rules)
		kabi_gate_tell_unused(gate);
	if (!error)
		*ret_status = status_of(changes);
	kabi_model_destroy(models[1]);
	kabi_model_destroy(models[0]);
	return error;
}

/* The caller frees it. */
static char *set_format_help(void)
{
	char *help = kabi_report_names();

	for (struct kabi_option *option = option_table; option->name; option++)
		if (!strcmp(option->name, "format"))
			option->help = help;
	return help;
}

int main(int argc, char **argv)
{
	kabi_cleanup(kabi_free_cleanup) char *format_help = set_format_help();
	struct options options = {
		.gate.fail_on = KABI_LEVEL_COUNT,
		.gate.notice = kabi_cli_notice,
		.gate.notice_context = (void *)&cli,
	};
	struct kabi_error *error = NULL;
	int first;
	int status = kabi_cli_parse(&cli, argc, argv, &options, &first);

	if (status < 0 && !options.n_requests)
		kabi_error_destroy(
			add_format(&options, kabi_report_formats[0].name));
	if (status < 0)
		status = check_usage(&options, argv + first, argc - first);
	if (status < 0)
		error = compare(&options, argv + first, &status);
	for (size_t i = 0; i < options.n_requests; i++)
		kabi_output_destroy(options.requests[i].output);
	free(options.requests);
	free(options.gate.suppress);
	free(options.consumers);
	if (!error)
		return status;
	if (error->code == KABI_ERROR_USAGE) {
		kabi_cli_usage_error(&cli, "%s", error->message);
		kabi_error_destroy(error);
		return KABI_EXIT_USAGE;
	}
	kabi_cli_report(&cli, error);
	return KABI_EXIT_ERROR;
}
