// SPDX-License-Identifier: GPL-2.0-or-later
/* kabi-reuse: can prebuilt objects be linked with, or loaded into, a kernel? */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli-report.h"
#include "contract.h"
#include "diff.h"
#include "exports.h"
#include "output.h"
#include "redefine.h"
#include "seal.h"
#include "shims.h"
#include "symlist.h"

struct options {
	struct kabi_reporting reporting;
	const char *with;
	const char *verify;
	const char *shims;
	const char *redefine_syms;
	const char *symvers;
	enum kabi_use_as use;
	bool seal;
};

static struct kabi_error *set_use(void *context, const char *value)
{
	struct options *options = context;

	if (!strcmp(value, "linked"))
		options->use = KABI_USE_AS_LINKED;
	else if (!strcmp(value, "module"))
		options->use = KABI_USE_AS_MODULE;
	else
		return kabi_error_create(KABI_ERROR_USAGE,
					 "neither linked nor module: '%s'",
					 value);
	return NULL;
}

static const struct kabi_option option_table[] = {
	{ "redefine-syms", 0, "FILE",
	  "symbols that others will stand in for, as for objcopy",
	  kabi_option_string, offsetof(struct options, redefine_syms) },
	{ "seal", 0, NULL,
	  "write down what the objects depend on, and their hashes",
	  kabi_option_flag, offsetof(struct options, seal) },
	{ "shims", 0, "DIR",
	  "write adapters for functions that have another prototype",
	  kabi_option_string, offsetof(struct options, shims) },
	{ "symvers", 0, "FILE",
	  "Module.symvers of that kernel (default: of a build directory its own)",
	  kabi_option_string, offsetof(struct options, symvers) },
	{ "use", 0, "HOW",
	  "linked into the kernel, or a module (default: as compiled)", set_use,
	  0 },
	{ "verify", 0, "SEAL", "are the objects those that were sealed?",
	  kabi_option_string, offsetof(struct options, verify) },
	{ "with", 0, "INPUT", "the kernel that they are to be used with",
	  kabi_option_string, offsetof(struct options, with) },
	{ NULL, 0, NULL, NULL, NULL, 0 },
};

static struct kabi_cli cli = {
	.program = "kabi-reuse",
	.synopsis = "[OPTIONS] OBJECT... --with=INPUT",
	.about = "Tells whether prebuilt objects can be linked with, or loaded "
		 "into, a kernel:\nwhat they depend on is compared with what "
		 "the kernel has. INPUT is what\nkabi-collect takes. The seal "
		 "of objects may stand for them.\n"
		 "Status: 0 nothing to report, 4 changes, 12 breaking changes.",
	.options = option_table,
	.shared_at = offsetof(struct options, reporting),
};

static int check_usage(struct options *options, int n_objects)
{
	if (!n_objects)
		return kabi_cli_usage_error(&cli, "which OBJECT?");
	if (options->seal && (options->with || options->verify))
		return kabi_cli_usage_error(
			&cli, "--seal goes with neither --with nor --verify");
	if (options->shims && !options->with)
		return kabi_cli_usage_error(
			&cli, "--shims for which kernel (--with)?");
	if (options->symvers && !options->with)
		return kabi_cli_usage_error(
			&cli, "--symvers of which kernel (--with)?");
	if (!options->with && !options->seal && !options->verify)
		return kabi_cli_usage_error(&cli, "--with which kernel?");
	return kabi_reporting_check(&options->reporting, &cli);
}

static void tell_bare(const struct kabi_prebuilt *prebuilt)
{
	for (size_t i = 0; i < prebuilt->bare.n; i++)
		fprintf(stderr,
			"%s: %s: has no records (no section .kabi): only the "
			"symbols that it imports are checked\n",
			cli.program, prebuilt->bare.list[i]);
}

static void shims_cleanup(struct kabi_shims *shims)
{
	kabi_shims_deinit(shims);
}

/*
 * What the objects call under another name then is not theirs any more, so that
 * the report has what shims cannot help.
 */
static struct kabi_error *write_shims(const struct options *options,
				      struct kabi_contract *contract,
				      const struct kabi_model *new_model,
				      const struct kabi_changes *changes)
{
	kabi_cleanup(shims_cleanup) struct kabi_shims shims = { 0 };
	struct kabi_error *error = NULL;
	size_t n_decisions = 0;

	kabi_shims_plan(&shims, changes, contract->model, new_model,
			contract->consumers, contract->prebuilt.is_module);
	if (shims.n)
		error = kabi_shims_write(&shims, options->shims);
	if (error)
		return error;
	for (size_t i = 0; i < shims.n; i++) {
		n_decisions += shims.list[i].n_decisions;
		kabi_prebuilt_redefine(&contract->prebuilt,
				       shims.list[i].function);
	}
	fprintf(stderr, "%s: %s: %zu shim%s, %zu decision%s to be made\n",
		cli.program, options->shims, shims.n, shims.n == 1 ? "" : "s",
		n_decisions, n_decisions == 1 ? "" : "s");
	return NULL;
}

/* What was asked for; of a build directory only when there is a use for it. */
static struct kabi_error *read_versions(const struct options *options,
					const struct kabi_contract *contract,
					struct kabi_versions *versions)
{
	kabi_cleanup(kabi_free_cleanup) char *own =
		kabi_xasprintf("%s/Module.symvers", options->with);

	if (options->symvers)
		return kabi_versions_read_symvers(versions, options->symvers);
	return contract->prebuilt.versions.n && !access(own, R_OK)
		       ? kabi_versions_read_symvers(versions, own)
		       : NULL;
}

static struct kabi_error *diff(const struct options *options,
			       const struct kabi_contract *contract,
			       const struct kabi_model *new_model,
			       const struct kabi_versions *versions,
			       const char *path, struct kabi_changes **ret)
{
	const struct kabi_imports *imports = &contract->prebuilt.imports;
	kabi_cleanup(kabi_symlist_cleanup) struct kabi_symlist *symbols =
		kabi_symlist_create(imports->names, imports->n);
	struct kabi_diff_options diff_options = {
		.old_path = path,
		.new_path = options->with,
		.level = options->reporting.level,
		.all_types = true,
		.symbols = symbols,
		.consumers = contract->consumers,
		.consumers_only = true,
		.prebuilt = &contract->prebuilt,
		.versions = versions,
	};

	return kabi_diff(contract->model, new_model, &diff_options, ret);
}

static struct kabi_error *compare(struct options *options,
				  struct kabi_contract *contract,
				  const char *path, struct kabi_gate *gate,
				  const struct kabi_input_options *inputs,
				  int *ret_status)
{
	kabi_cleanup(
		kabi_versions_deinit) struct kabi_versions versions = { 0 };
	struct kabi_model *models[KABI_SIDES] = { contract->model, NULL };
	kabi_cleanup(kabi_changes_cleanup) struct kabi_changes *changes = NULL;
	kabi_cleanup(kabi_changes_cleanup) struct kabi_changes *rest = NULL;
	struct kabi_error *error = kabi_input_load_beside(
		options->with, inputs, contract->model, &models[KABI_NEW]);

	if (!error)
		error = read_versions(options, contract, &versions);
	if (!error)
		error = diff(options, contract, models[KABI_NEW], &versions,
			     path, &changes);
	if (!error && options->shims)
		error = write_shims(options, contract, models[KABI_NEW],
				    changes);
	if (!error && options->shims)
		error = diff(options, contract, models[KABI_NEW], &versions,
			     path, &rest);
	if (!error)
		error = kabi_reporting_write(&options->reporting, gate,
					     rest ? rest : changes, models,
					     ret_status);
	kabi_model_destroy(models[KABI_NEW]);
	return error;
}

static struct kabi_error *seal(const struct options *options,
			       struct kabi_contract *contract,
			       const char *const *objects, size_t n_objects)
{
	kabi_cleanup(kabi_output_cleanup) struct kabi_output *output = NULL;
	const char *path = options->reporting.output;
	struct kabi_error *error =
		kabi_contract_digest(contract, objects, n_objects);

	if (!error)
		error = kabi_output_create(path ? path : "-", &output);
	if (error)
		return error;
	kabi_seal_write(kabi_output_stream(output), contract);
	return kabi_output_commit(output);
}

static void tell_difference(void *context, const char *object, const char *part,
			    bool is_sealed)
{
	const char *sealed = context;

	if (part)
		fprintf(stderr, "%s: %s: has other %s than %s\n", cli.program,
			object, part, sealed);
	else
		fprintf(stderr, "%s: %s: is %s %s\n", cli.program, object,
			is_sealed ? "missing, and sealed in" : "not sealed in",
			sealed);
}

static struct kabi_error *verify(const char *path,
				 struct kabi_contract *contract,
				 const char *const *objects, size_t n_objects,
				 const struct kabi_input_options *inputs,
				 int *ret_status)
{
	struct kabi_contract sealed = { 0 };
	struct kabi_error *error =
		kabi_contract_read(&sealed, &path, 1, inputs);

	if (!error && !sealed.n_objects)
		error = kabi_error_create(KABI_ERROR_BAD_DATA,
					  "%s: is not a seal", path);
	if (!error)
		error = kabi_contract_digest(contract, objects, n_objects);
	if (!error)
		*ret_status =
			kabi_contract_compare(&sealed, contract,
					      tell_difference, (void *)path)
				? KABI_STATUS_CHANGED | KABI_STATUS_INCOMPATIBLE
				: KABI_EXIT_OK;
	kabi_contract_deinit(&sealed);
	return error;
}

static struct kabi_error *act(struct options *options,
			      struct kabi_contract *contract,
			      const char *const *objects, size_t n_objects,
			      const struct kabi_input_options *inputs,
			      int *ret_status)
{
	kabi_cleanup(kabi_gate_cleanup) struct kabi_gate *gate = NULL;
	struct kabi_error *error;

	*ret_status = 0;
	error = kabi_gate_create(&options->reporting.gate, NULL, &gate);
	if (!error)
		error = kabi_contract_read(contract, objects, n_objects,
					   inputs);
	if (error)
		return error;
	if (options->use != KABI_USE_AS_ANY)
		contract->prebuilt.is_module = options->use ==
					       KABI_USE_AS_MODULE;
	tell_bare(&contract->prebuilt);
	if (options->seal)
		return seal(options, contract, objects, n_objects);
	if (options->redefine_syms)
		error = kabi_redefine_read(&contract->prebuilt,
					   options->redefine_syms);
	if (!error && options->verify)
		error = verify(options->verify, contract, objects, n_objects,
			       inputs, ret_status);
	if (error || *ret_status || !options->with)
		return error;
	return compare(options, contract, objects[0], gate, inputs, ret_status);
}

static struct kabi_error *check(struct options *options,
				const char *const *objects, size_t n_objects,
				int *ret_status)
{
	struct kabi_input_options inputs = {
		.notice = options->reporting.verbose ? kabi_cli_notice : NULL,
		.notice_context = &cli,
		.verbose = options->reporting.verbose,
		.progress = kabi_cli_progress,
		.progress_context = &cli,
	};
	struct kabi_contract contract = { 0 };
	struct kabi_error *error = act(options, &contract, objects, n_objects,
				       &inputs, ret_status);

	kabi_contract_deinit(&contract);
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
		status = check_usage(&options, argc - first);
	if (status < 0)
		error = check(&options, (const char *const *)argv + first,
			      argc - first, &status);
	kabi_reporting_deinit(&options.reporting);
	return kabi_reporting_exit(&cli, error, status);
}
