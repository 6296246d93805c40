// SPDX-License-Identifier: GPL-2.0-or-later
/* Options and work of programs that report changes; see cli-report.h. */
#include "cli-report.h"

#include <string.h>

#include "alloc.h"
#include "rules.h"

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
	struct kabi_reporting *reporting = context;
	size_t length = strcspn(value, ":");
	kabi_cleanup(kabi_free_cleanup) char *name =
		kabi_xasprintf("%.*s", (int)length, value);
	struct kabi_report_request request = { .format =
						       kabi_report_find(name) };

	if (!request.format)
		return kabi_error_create(KABI_ERROR_USAGE,
					 "no such format: '%s'", name);
	if (value[length])
		request.path = value + length + 1;
	if (request.path && !*request.path)
		return kabi_error_create(KABI_ERROR_USAGE, "no file after '%s'",
					 value);
	kabi_array_reserve(&reporting->requests, reporting->n_requests,
			   &reporting->room_requests, sizeof(request));
	reporting->requests[reporting->n_requests++] = request;
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

#define AT(field) offsetof(struct kabi_reporting, field)

/* The help of --format is made of the formats there are. */
static struct kabi_option option_table[] = {
	{ "accept", 0, "FILE", "write rules that accept what is reported",
	  kabi_option_string, AT(accept) },
	{ "date", 0, "YYYY-MM-DD", "the day by which rules expire",
	  kabi_option_string, AT(gate.date) },
	{ "fail-on", 0, "LEVEL",
	  "add 8 to the status from this level on (default: break)", set_level,
	  AT(gate.fail_on) },
	{ "format", 0, "FORMAT[:FILE]", NULL, add_format, 0 },
	{ "level", 0, "LEVEL", "report nothing below note, source, risk, break",
	  set_level, AT(level) },
	{ "output", 'o', "FILE", "write to FILE instead of standard output",
	  kabi_option_string, AT(output) },
	{ "policy", 0, "NAME",
	  "what fails: full (the default), lts, listed, or one of the rules",
	  kabi_option_string, AT(gate.policy) },
	{ "show-suppressed", 0, NULL, "tell what rules accepted, and why",
	  kabi_option_flag, AT(show_suppressed) },
	{ "suppress", 0, "FILE",
	  "accept what the rules in FILE say, may be repeated", add_suppress,
	  AT(gate) },
	{ "unused-rules", 0, NULL, "list the rules that matched nothing",
	  kabi_option_flag, AT(unused_rules) },
	{ "verbose", 'v', NULL, "tell what was found on the way",
	  kabi_option_flag, AT(verbose) },
	{ NULL, 0, NULL, NULL, NULL, 0 },
};

const struct kabi_option *kabi_reporting_options(void)
{
	for (struct kabi_option *option = option_table; option->name; option++)
		if (!strcmp(option->name, "format") && !option->help)
			option->help = kabi_report_names();
	return option_table;
}

void kabi_reporting_init(struct kabi_reporting *reporting,
			 const struct kabi_cli *cli)
{
	reporting->gate.fail_on = KABI_LEVEL_COUNT;
	reporting->gate.notice = kabi_cli_notice;
	reporting->gate.notice_context = (void *)cli;
}

void kabi_reporting_deinit(struct kabi_reporting *reporting)
{
	for (size_t i = 0; i < reporting->n_requests; i++)
		kabi_output_destroy(reporting->requests[i].output);
	free(reporting->requests);
	free(reporting->gate.suppress);
}

static const char *path_of(const struct kabi_reporting *reporting,
			   const struct kabi_report_request *request)
{
	const char *path = request->path ? request->path : reporting->output;

	return path ? path : "-";
}

static const char *name_of(const char *path)
{
	return strcmp(path, "-") ? path : "standard output";
}

/* Rules that are written would take the place of what is there. */
static int check_accept(const struct kabi_reporting *reporting,
			const struct kabi_cli *cli)
{
	const struct kabi_gate_options *gate = &reporting->gate;

	if (!reporting->accept)
		return -1;
	for (size_t i = 0; i < reporting->n_requests; i++) {
		if (!strcmp(reporting->accept,
			    path_of(reporting, &reporting->requests[i])))
			return kabi_cli_usage_error(
				cli,
				"a report and --accept cannot both go to %s",
				name_of(reporting->accept));
	}
	for (size_t i = 0; i < gate->n_suppress; i++) {
		if (!strcmp(reporting->accept, gate->suppress[i]))
			return kabi_cli_usage_error(
				cli,
				"--accept=%s would replace the rules of "
				"--suppress",
				reporting->accept);
	}
	return -1;
}

int kabi_reporting_check(struct kabi_reporting *reporting,
			 const struct kabi_cli *cli)
{
	const struct kabi_report_request *requests;

	if (!reporting->n_requests)
		kabi_error_destroy(
			add_format(reporting, kabi_report_formats[0].name));
	requests = reporting->requests;
	for (size_t i = 0; i < reporting->n_requests; i++) {
		const char *path = path_of(reporting, &requests[i]);

		for (size_t j = 0; j < i; j++) {
			if (!strcmp(path, path_of(reporting, &requests[j])))
				return kabi_cli_usage_error(
					cli, "two reports cannot both go to %s",
					name_of(path));
		}
	}
	return check_accept(reporting, cli);
}

static struct kabi_error *write_report(const struct kabi_reporting *reporting,
				       struct kabi_report_request *request,
				       const struct kabi_changes *changes,
				       struct kabi_model *const models[2])
{
	struct kabi_report_options report_options = {
		.max_symbols = 10,
		.show_suppressed = reporting->show_suppressed,
		.models = { models[KABI_OLD], models[KABI_NEW] },
	};
	struct kabi_error *error;
	FILE *stream;

	error = kabi_output_create(path_of(reporting, request),
				   &request->output);
	if (error)
		return error;
	stream = kabi_output_stream(request->output);
	report_options.colour = kabi_cli_colour(stream);
	return request->format->write(stream, changes, &report_options);
}

static struct kabi_error *write_accepted(const char *path,
					 const struct kabi_changes *changes)
{
	kabi_cleanup(kabi_output_cleanup) struct kabi_output *output = NULL;
	struct kabi_error *error = kabi_output_create(path, &output);

	if (error)
		return error;
	kabi_rules_write(kabi_output_stream(output), changes);
	return kabi_output_commit(output);
}

struct kabi_error *kabi_reporting_write(struct kabi_reporting *reporting,
					struct kabi_gate *gate,
					struct kabi_changes *changes,
					struct kabi_model *const models[2],
					int *ret_status)
{
	struct kabi_error *error = NULL;

	kabi_gate_judge(gate, changes, models[KABI_OLD], models[KABI_NEW]);
	for (size_t i = 0; i < reporting->n_requests && !error; i++)
		error = write_report(reporting, &reporting->requests[i],
				     changes, models);
	for (size_t i = 0; i < reporting->n_requests && !error; i++)
		error = kabi_output_commit(reporting->requests[i].output);
	if (!error && reporting->accept)
		error = write_accepted(reporting->accept, changes);
	if (error)
		return error;
	if (reporting->unused_rules)
		kabi_gate_tell_unused(gate);
	*ret_status =
		(changes->n_changes ? KABI_STATUS_CHANGED : KABI_EXIT_OK) |
		(changes->n_failing ? KABI_STATUS_INCOMPATIBLE : 0);
	return NULL;
}

int kabi_reporting_exit(const struct kabi_cli *cli, struct kabi_error *error,
			int status)
{
	if (!error)
		return status;
	if (error->code == KABI_ERROR_USAGE) {
		kabi_cli_usage_error(cli, "%s", error->message);
		kabi_error_destroy(error);
		return KABI_EXIT_USAGE;
	}
	kabi_cli_report(cli, error);
	return KABI_EXIT_ERROR;
}
