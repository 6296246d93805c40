// SPDX-License-Identifier: GPL-2.0-or-later
/* kabi-diff: what changed between two inputs, and how bad it is. */
#include <string.h>

#include "alloc.h"
#include "cli-report.h"
#include "diff.h"
#include "input-consumers.h"
#include "input.h"
#include "symlist.h"

struct options {
	struct kabi_reporting reporting;
	const char **consumers;
	size_t n_consumers, room_consumers;
	bool consumers_only;
	const char *symbols;
	bool all_types;
};

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

static const struct kabi_option option_table[] = {
	{ "all-types", 0, NULL, "compare types that no symbol reaches too",
	  kabi_option_flag, offsetof(struct options, all_types) },
	{ "consumers", 0, "INPUT",
	  "tell which of these modules or objects, built against OLD, depend "
	  "on what changed, may be repeated",
	  add_consumer, 0 },
	{ "consumers-only", 0, NULL,
	  "report only what some consumer depends on", kabi_option_flag,
	  offsetof(struct options, consumers_only) },
	{ "symbols", 0, "FILE", "compare only the exports that FILE lists",
	  kabi_option_string, offsetof(struct options, symbols) },
	{ NULL, 0, NULL, NULL, NULL, 0 },
};

static struct kabi_cli cli = {
	.program = "kabi-diff",
	.synopsis = "[OPTIONS] OLD NEW",
	.about = "Compares the ABI of two inputs and reports what a module "
		 "that was compiled\nagainst OLD would feel of NEW. OLD and "
		 "NEW are what kabi-collect takes.\nStatus: 0 nothing to "
		 "report, 4 changes, 12 breaking changes.",
	.options = option_table,
	.shared_at = offsetof(struct options, reporting),
};

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
	return kabi_reporting_check(&options->reporting, &cli);
}

/* Of a symbol that has another name in the list nothing would be compared. */
static void missing_symbol(void *context, const char *symbol)
{
	const char *list = context;

	fprintf(stderr, "%s: %s: %s is exported by neither\n", cli.program,
		list, symbol);
}

static void consumers_cleanup(struct kabi_consumers **consumers)
{
	kabi_consumers_destroy(*consumers);
}

static void overrides_cleanup(struct kabi_overrides **overrides)
{
	kabi_overrides_destroy(*overrides);
}

static struct kabi_error *compare(struct options *options, char **paths,
				  int *ret_status)
{
	struct kabi_input_options input_options = {
		.notice = options->reporting.verbose ? kabi_cli_notice : NULL,
		.notice_context = &cli,
		.verbose = options->reporting.verbose,
		.progress = kabi_cli_progress,
		.progress_context = &cli,
	};
	kabi_cleanup(kabi_symlist_cleanup) struct kabi_symlist *list = NULL;
	struct kabi_model *models[2] = { NULL, NULL };
	kabi_cleanup(overrides_cleanup) struct kabi_overrides *overrides = NULL;
	kabi_cleanup(consumers_cleanup) struct kabi_consumers *consumers = NULL;
	kabi_cleanup(kabi_changes_cleanup) struct kabi_changes *changes = NULL;
	kabi_cleanup(kabi_gate_cleanup) struct kabi_gate *gate = NULL;
	struct kabi_diff_options diff_options = {
		.old_path = paths[0],
		.new_path = paths[1],
		.all_types = options->all_types,
		.level = options->reporting.level,
		.consumers_only = options->consumers_only,
	};
	const char *const inputs[2] = { paths[0], paths[1] };
	struct kabi_error *error = NULL;

	if (options->symbols)
		error = kabi_symlist_read(options->symbols, &list);
	if (!error)
		error = kabi_gate_create(&options->reporting.gate, list, &gate);
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
	if (!error)
		error = kabi_reporting_write(&options->reporting, gate, changes,
					     models, ret_status);
	kabi_model_destroy(models[1]);
	kabi_model_destroy(models[0]);
	return error;
}

int main(int argc, char **argv)
{
	struct options options = { 0 };
	struct kabi_error *error = NULL;
	int first, status;

	cli.shared = kabi_reporting_options();
	kabi_reporting_init(&options.reporting, &cli);
	status = kabi_cli_parse(&cli, argc, argv, &options, &first);
	if (status < 0)
		status = check_usage(&options, argv + first, argc - first);
	if (status < 0)
		error = compare(&options, argv + first, &status);
	kabi_reporting_deinit(&options.reporting);
	free(options.consumers);
	return kabi_reporting_exit(&cli, error, status);
}
