// SPDX-License-Identifier: GPL-2.0-or-later
/* kabi-show: what an input holds. */
#include <string.h>

#include "alloc.h"
#include "cli.h"
#include "input.h"
#include "show.h"
#include "strbuf.h"

struct options {
	enum kabi_show_what what;
	bool json;
	bool verbose;
	const char *output;
};

static struct kabi_error *set_format(void *context, const char *value)
{
	struct options *options = context;

	if (strcmp(value, "json") && strcmp(value, "text"))
		return kabi_error_create(KABI_ERROR_USAGE,
					 "no such format: '%s'", value);
	options->json = !strcmp(value, "json");
	return NULL;
}

static struct kabi_error *set_what(struct options *options,
				   enum kabi_show_what what)
{
	if (options->what != KABI_SHOW_RECORDS && options->what != what)
		return kabi_error_create(
			KABI_ERROR_USAGE,
			"--reserved and --units exclude each other");
	options->what = what;
	return NULL;
}

static struct kabi_error *set_reserved(void *context, const char *value)
{
	(void)value;
	return set_what(context, KABI_SHOW_RESERVED);
}

static struct kabi_error *set_units(void *context, const char *value)
{
	(void)value;
	return set_what(context, KABI_SHOW_UNITS);
}

static const struct kabi_option option_table[] = {
	{ "format", 0, "FORMAT",
	  "text (the default), or json: an object a line", set_format, 0 },
	{ "output", 'o', "FILE", "write to FILE instead of standard output",
	  kabi_option_string, offsetof(struct options, output) },
	{ "reserved", 0, NULL, "the budget of reserved slots, by type",
	  set_reserved, 0 },
	{ "units", 0, NULL, "the translation units and their settings",
	  set_units, 0 },
	{ "verbose", 'v', NULL, "tell what was found on the way",
	  kabi_option_flag, offsetof(struct options, verbose) },
	{ NULL, 0, NULL, NULL, NULL, 0 },
};

static const struct kabi_cli cli = {
	.program = "kabi-show",
	.synopsis = "[OPTIONS] INPUT [NAME...]",
	.about = "Shows what an input holds: layouts, symbols, enums, macros. "
		 "INPUT is what\nkabi-collect takes; NAME is \"foo\" or "
		 "\"struct foo\", none stands for everything.",
	.options = option_table,
};

/* What is shown when no names are given. */
static void choose_all(struct kabi_show *show, const struct options *options)
{
	if (options->what == KABI_SHOW_UNITS) {
		kabi_show_choose_kind(show, KABI_KIND_UNIT);
		kabi_show_choose_kind(show, KABI_KIND_SETTING);
		return;
	}
	for (int kind = 0; kind < KABI_KIND_COUNT; kind++) {
		/* Lists of files are for programs, and --units. */
		if (options->json ||
		    (kind != KABI_KIND_UNIT && kind != KABI_KIND_CONDITIONS))
			kabi_show_choose_kind(show, kind);
	}
}

static struct kabi_error *write_shown(struct kabi_show *show,
				      const struct options *options)
{
	kabi_cleanup(kabi_output_cleanup) struct kabi_output *output = NULL;
	struct kabi_error *error;

	error = kabi_output_create(options->output, &output);
	if (error)
		return error;
	kabi_show_finish(show);
	if (options->json)
		kabi_show_json(kabi_output_stream(output), show, options->what);
	else
		kabi_show_text(kabi_output_stream(output), show, options->what);
	return kabi_output_commit(output);
}

static struct kabi_error *run(const struct options *options, const char *input,
			      char **names, int n_names)
{
	struct kabi_input_options input_options = {
		.notice = options->verbose ? kabi_cli_notice : NULL,
		.notice_context = (void *)&cli,
		.verbose = options->verbose,
		.exposure = true,
		.progress = kabi_cli_progress,
		.progress_context = (void *)&cli,
	};
	kabi_cleanup(kabi_model_cleanup) struct kabi_model *model = NULL;
	kabi_cleanup(kabi_show_cleanup) struct kabi_show *show = NULL;
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf missing =
		KABI_STRBUF_INIT;
	struct kabi_error *error;

	error = kabi_input_load(&input, 1, &input_options, &model);
	if (error)
		return error;
	show = kabi_show_create(model);
	for (int i = 0; i < n_names; i++) {
		if (!kabi_show_choose(show, names[i]))
			kabi_strbuf_add_format(&missing, "%s'%s'",
					       missing.length ? ", " : "",
					       names[i]);
	}
	if (!n_names)
		choose_all(show, options);
	error = write_shown(show, options);
	if (error || !missing.length)
		return error;
	return kabi_error_create(KABI_ERROR_BAD_DATA, "%s: there is no %s",
				 input, missing.string);
}

int main(int argc, char **argv)
{
	struct options options = { 0 };
	struct kabi_error *error;
	int first;
	int status = kabi_cli_parse(&cli, argc, argv, &options, &first);

	if (status >= 0)
		return status;
	if (first == argc)
		return kabi_cli_usage_error(&cli, "which INPUT?");
	error = run(&options, argv[first], argv + first + 1, argc - first - 1);
	if (!error)
		return KABI_EXIT_OK;
	kabi_cli_report(&cli, error);
	return KABI_EXIT_ERROR;
}
