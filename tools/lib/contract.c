// SPDX-License-Identifier: GPL-2.0-or-later
/* From objects to what they depend on; see contract.h. */
#include "contract.h"

#include <string.h>

#include "elf-imports.h"
#include "elf-prebuilt.h"
#include "input-consumers.h"

/* Objects without records: their symbols are all that is known. */
static struct kabi_error *make_model(struct kabi_contract *contract)
{
	const struct kabi_prebuilt *prebuilt = &contract->prebuilt;
	struct kabi_model *model = kabi_model_create();

	contract->model = model;
	model->arch = kabi_model_intern(model, prebuilt->arch,
					strlen(prebuilt->arch));
	model->exports_external = true;
	kabi_imports_add(&prebuilt->imports, model);
	return kabi_model_finish(model);
}

static struct kabi_error *load_model(struct kabi_contract *contract,
				     const struct kabi_input_options *options)
{
	const struct kabi_prebuilt *prebuilt = &contract->prebuilt;
	struct kabi_input_options with_imports = *options;

	with_imports.imports = &prebuilt->imports;
	return kabi_input_load(prebuilt->recorded, prebuilt->n_recorded,
			       &with_imports, &contract->model);
}

/* What has no records depends on what it imports, as far as one can tell. */
static struct kabi_error *add_bare(struct kabi_contract *contract,
				   const char *path)
{
	kabi_cleanup(kabi_model_cleanup) struct kabi_model *nothing =
		kabi_model_create();
	kabi_cleanup(kabi_imports_deinit) struct kabi_imports imports = { 0 };
	struct kabi_error *error = kabi_model_finish(nothing);

	if (!error)
		error = kabi_imports_read(&imports, &path, 1);
	if (!error)
		kabi_consumers_add(contract->consumers, path, nothing,
				   imports.names, imports.n, contract->model);
	return error;
}

static struct kabi_error *
add_consumers(struct kabi_contract *contract, const char *const *paths,
	      size_t n_paths, const struct kabi_input_options *options)
{
	const struct kabi_prebuilt *prebuilt = &contract->prebuilt;
	struct kabi_error *error = kabi_input_consumers(
		prebuilt->recorded, prebuilt->n_recorded, options,
		contract->model, &contract->consumers);
	size_t next = 0;

	for (size_t i = 0; i < n_paths && !error; i++) {
		if (next < prebuilt->n_recorded &&
		    prebuilt->recorded[next] == paths[i])
			next++;
		else
			error = add_bare(contract, paths[i]);
	}
	return error;
}

struct kabi_error *kabi_contract_read(struct kabi_contract *contract,
				      const char *const *paths, size_t n_paths,
				      const struct kabi_input_options *options)
{
	struct kabi_error *error =
		kabi_prebuilt_read(&contract->prebuilt, paths, n_paths);

	if (error)
		return error;
	if (contract->prebuilt.n_recorded)
		error = load_model(contract, options);
	else
		error = make_model(contract);
	if (!error)
		error = add_consumers(contract, paths, n_paths, options);
	return error;
}

void kabi_contract_deinit(struct kabi_contract *contract)
{
	kabi_consumers_destroy(contract->consumers);
	kabi_model_destroy(contract->model);
	kabi_prebuilt_deinit(&contract->prebuilt);
}
