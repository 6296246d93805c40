// SPDX-License-Identifier: GPL-2.0-or-later
/* kabi-collect: inputs into one baseline, or into a vmlinux. */
#include <errno.h>
#include <string.h>

#include "alloc.h"
#include "baseline.h"
#include "cli.h"
#include "embed.h"
#include "input.h"
#include "output.h"
#include "scan.h"
#include "symlist.h"
#include "xml.h"

struct options {
	struct kabi_input_options input;
	size_t room_globs;
	const char *output;
	const char *symbols;
	const char *embed;
	bool xml;
};

static struct kabi_error *set_format(void *context, const char *value)
{
	struct options *options = context;

	if (strcmp(value, "text") && strcmp(value, "xml"))
		return kabi_error_create(KABI_ERROR_USAGE,
					 "no such format: '%s'", value);
	options->xml = !strcmp(value, "xml");
	return NULL;
}

static struct kabi_error *set_jobs(void *context, const char *value)
{
	struct options *options = context;
	char *end;
	unsigned long jobs;

	errno = 0;
	jobs = strtoul(value, &end, 10);
	if (errno || *end || end == value || *value == '-' || !jobs ||
	    jobs > 1024)
		return kabi_error_create(KABI_ERROR_USAGE,
					 "not a number from 1 to 1024: '%s'",
					 value);
	options->input.jobs = jobs;
	return NULL;
}

static struct kabi_error *add_public(void *context, const char *value)
{
	struct options *options = context;
	struct kabi_input_options *input = &options->input;

	/* It becomes a line of the baseline. */
	if (!kabi_scan_is_line(value))
		return kabi_error_create(KABI_ERROR_USAGE,
					 *value ? "holds a control character"
						: "no pattern");
	kabi_array_reserve(&input->public_globs, input->n_public_globs,
			   &options->room_globs, sizeof(*input->public_globs));
	input->public_globs[input->n_public_globs++] = value;
	return NULL;
}

static const struct kabi_option option_table[] = {
	{ "embed", 0, "VMLINUX",
	  "put the records into VMLINUX (no INPUT: of VMLINUX.o)",
	  kabi_option_string, offsetof(struct options, embed) },
	{ "format", 0, "FORMAT", "text (the default) or xml", set_format, 0 },
	{ "jobs", 'j', "N", "threads (default: one a processor, at most 8)",
	  set_jobs, 0 },
	{ "output", 'o', "FILE", "write to FILE instead of standard output",
	  kabi_option_string, offsetof(struct options, output) },
	{ "public", 0, "GLOB",
	  "public files (default: include/*, arch/*/include/*)", add_public,
	  0 },
	{ "symbols", 0, "FILE", "keep only the exports that FILE lists",
	  kabi_option_string, offsetof(struct options, symbols) },
	{ "verbose", 'v', NULL, "tell everything that was found on the way",
	  kabi_option_flag, offsetof(struct options, input.verbose) },
	{ NULL, 0, NULL, NULL, NULL, 0 },
};

static const struct kabi_cli cli = {
	.program = "kabi-collect",
	.synopsis = "[OPTIONS] INPUT...",
	.about =
		"Collects what the plugin recorded into one baseline. INPUT is "
		"a kernel build\ndirectory, an ELF file (vmlinux, vmlinux.o, "
		".ko, .ko.xz, .o, .a) or a baseline.",
	.options = option_table,
};

static void missing_symbol(void *context, const char *symbol)
{
	const char *list = context;

	fprintf(stderr, "%s: %s: %s is not exported\n", cli.program, list,
		symbol);
}

static struct kabi_error *write_model(const struct options *options,
				      const struct kabi_model *model)
{
	kabi_cleanup(kabi_output_cleanup) struct kabi_output *output = NULL;
	struct kabi_error *error = kabi_output_create(options->output, &output);

	if (error)
		return error;
	if (options->xml)
		error = kabi_xml_write(kabi_output_stream(output), model);
	else
		kabi_baseline_write(kabi_output_stream(output), model);
	return error ? error : kabi_output_commit(output);
}

static struct kabi_error *collect(const struct options *options,
				  const char *const *inputs, size_t n_inputs)
{
	kabi_cleanup(kabi_symlist_cleanup) struct kabi_symlist *list = NULL;
	kabi_cleanup(kabi_model_cleanup) struct kabi_model *model = NULL;
	struct kabi_error *error = NULL;

	/* A wrong list is found before the work and not behind it. */
	if (options->symbols)
		error = kabi_symlist_read(options->symbols, &list);
	if (!error)
		error = kabi_input_load(inputs, n_inputs, &options->input,
					&model);
	if (error)
		return error;
	if (list) {
		kabi_symlist_missing(list, &model, 1, missing_symbol,
				     (void *)options->symbols);
		kabi_symlist_filter(model, list);
	}
	return write_model(options, model);
}

static int check_usage(const struct options *options, int n_inputs)
{
	if (options->embed && (options->xml || options->symbols))
		return kabi_cli_usage_error(
			&cli, "--embed goes without --format and --symbols");
	if (!options->embed && !n_inputs)
		return kabi_cli_usage_error(&cli, "which INPUT?");
	return -1;
}

int main(int argc, char **argv)
{
	struct options options = {
		.input = {
			.notice = kabi_cli_notice,
			.notice_context = (void *)&cli,
			.progress = kabi_cli_progress,
			.progress_context = (void *)&cli,
		},
	};
	struct kabi_error *error;
	int first;
	int status = kabi_cli_parse(&cli, argc, argv, &options, &first);

	if (status < 0)
		status = check_usage(&options, argc - first);
	if (status < 0) {
		const char *const *inputs = (const char *const *)argv + first;
		size_t n_inputs = argc - first;

		if (options.embed)
			error = kabi_embed(options.embed, options.output,
					   inputs, n_inputs, &options.input);
		else
			error = collect(&options, inputs, n_inputs);
		status = error ? KABI_EXIT_ERROR : KABI_EXIT_OK;
		if (error)
			kabi_cli_report(&cli, error);
	}
	free(options.input.public_globs);
	return status;
}
