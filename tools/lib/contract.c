// SPDX-License-Identifier: GPL-2.0-or-later
/* From objects, or their seal, to what they depend on; see contract.h. */
#include "contract.h"

#include <string.h>

#include "contract-needs.h"
#include "elf-imports.h"
#include "elf-prebuilt.h"
#include "input-consumers.h"
#include "seal.h"

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
	struct kabi_error *error;

	with_imports.imports = &prebuilt->imports;
	with_imports.exposure = true;
	error = kabi_input_load(prebuilt->recorded, prebuilt->n_recorded,
				&with_imports, &contract->model);
	if (!error)
		kabi_contract_keep_needs(contract->model);
	return error;
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

static struct kabi_error *read_objects(struct kabi_contract *contract,
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
	return error ? error : add_consumers(contract, paths, n_paths, options);
}

struct kabi_error *kabi_contract_read(struct kabi_contract *contract,
				      const char *const *paths, size_t n_paths,
				      const struct kabi_input_options *options)
{
	for (size_t i = 0; i < n_paths; i++) {
		kabi_cleanup(kabi_blob_cleanup) struct kabi_blob *blob = NULL;
		struct kabi_error *error = kabi_blob_open(paths[i], &blob);
		const char *bytes;

		if (error)
			return error;
		bytes = (const char *)blob->data;
		if (!kabi_seal_probe(bytes, blob->size))
			continue;
		if (n_paths > 1)
			return kabi_error_create(
				KABI_ERROR_USAGE,
				"%s: is a seal, which stands alone", paths[i]);
		return kabi_seal_read(contract, paths[i], bytes, blob->size);
	}
	return read_objects(contract, paths, n_paths, options);
}

struct kabi_contract_object *
kabi_contract_add_object(struct kabi_contract *contract, const char *name,
			 size_t length)
{
	struct kabi_contract_object *object;

	kabi_array_reserve(&contract->objects, contract->n_objects,
			   &contract->room_objects, sizeof(*contract->objects));
	object = &contract->objects[contract->n_objects++];
	*object = (struct kabi_contract_object){
		.name = kabi_arena_strndup(&contract->prebuilt.arena, name,
					   length),
	};
	return object;
}

/* "x.o" of "lib/x.o" and of "lib/y.a(x.o)". */
static struct kabi_error *digest(void *context, struct kabi_elf *elf)
{
	const char *name = kabi_elf_name(elf);
	const char *bracket = strchr(name, '(');
	const char *slash = strrchr(name, '/');
	size_t length;

	if (bracket)
		name = bracket + 1;
	else if (slash)
		name = slash + 1;
	length = strlen(name) - (bracket != NULL);
	return kabi_elf_digest(
		elf, &kabi_contract_add_object(context, name, length)->digest);
}

static int compare_objects(const void *a, const void *b)
{
	const struct kabi_contract_object *x = a, *y = b;

	return strcmp(x->name, y->name);
}

struct kabi_error *kabi_contract_digest(struct kabi_contract *contract,
					const char *const *paths,
					size_t n_paths)
{
	/* From a seal. */
	if (contract->n_objects)
		return NULL;
	for (size_t i = 0; i < n_paths; i++) {
		struct kabi_error *error =
			kabi_elf_for_each_file(paths[i], digest, contract);

		if (error)
			return error;
	}
	if (contract->n_objects)
		qsort(contract->objects, contract->n_objects,
		      sizeof(*contract->objects), compare_objects);
	return NULL;
}

size_t kabi_contract_compare(const struct kabi_contract *sealed,
			     const struct kabi_contract *objects,
			     void (*differs)(void *context, const char *object,
					     const char *part, bool is_sealed),
			     void *context)
{
	size_t i = 0, j = 0, n = 0;

	while (i < sealed->n_objects || j < objects->n_objects) {
		const struct kabi_contract_object *a = &sealed->objects[i];
		const struct kabi_contract_object *b = &objects->objects[j];
		int order = i == sealed->n_objects    ? 1
			    : j == objects->n_objects ? -1
						      : compare_objects(a, b);

		for (int part = 0; !order && part < KABI_DIGEST_PARTS; part++) {
			if (!strcmp(a->digest.hex[part], b->digest.hex[part]))
				continue;
			differs(context, a->name, kabi_digest_words[part],
				true);
			n++;
		}
		if (order) {
			differs(context, order < 0 ? a->name : b->name, NULL,
				order < 0);
			n++;
		}
		i += order <= 0;
		j += order >= 0;
	}
	return n;
}

void kabi_contract_deinit(struct kabi_contract *contract)
{
	kabi_consumers_destroy(contract->consumers);
	kabi_model_destroy(contract->model);
	free(contract->objects);
	kabi_prebuilt_deinit(&contract->prebuilt);
}
