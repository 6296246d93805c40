// SPDX-License-Identifier: GPL-2.0-or-later
/* All inputs into one model; see input.h. */
#include "input.h"

#include <string.h>
#include <sys/stat.h>

#include "baseline-select.h"
#include "baseline.h"
#include "collect-baseline.h"
#include "gather.h"
#include "git.h"
#include "merge.h"

static void set_public_globs(struct kabi_model *model,
			     const struct kabi_input_options *options)
{
	size_t count = options->n_public_globs;

	if (!count)
		return;
	model->public_globs =
		kabi_arena_alloc(&model->arena, count * sizeof(const char *));
	model->n_public_globs = count;
	for (size_t i = 0; i < count; i++)
		model->public_globs[i] =
			kabi_model_intern(model, options->public_globs[i],
					  strlen(options->public_globs[i]));
}

static const char *name_of(const char *path)
{
	return strcmp(path, "-") ? path : "standard input";
}

/* A baseline on its own is what it is: nothing has to be merged. */
static struct kabi_error *
load_baseline(const struct kabi_blob *blob, const char *path,
	      const struct kabi_input_options *options, struct kabi_model **ret)
{
	struct kabi_error *error =
		kabi_collect_baseline_read(blob, name_of(path), ret);

	if (!error)
		set_public_globs(*ret, options);
	return error;
}

static struct kabi_error *load_merged(const char *const *paths, size_t n_paths,
				      struct kabi_blob *first,
				      const struct kabi_input_options *options,
				      struct kabi_model **ret)
{
	struct kabi_gathered gathered = { 0 };
	struct kabi_notices notices = {
		.notice = options->notice,
		.context = options->notice_context,
		.verbose = options->verbose,
	};
	struct kabi_error *error = kabi_gather(&gathered, paths, n_paths, first,
					       options, &notices);

	if (!error) {
		struct kabi_merge_options merge = {
			.public_globs = gathered.public_globs,
			.n_public_globs = gathered.n_public_globs,
			.release = gathered.release,
			.origin = gathered.origin,
			.builds = gathered.build_paths,
			.n_builds = gathered.n_builds,
			.imports = options->imports,
			.notices = &notices,
		};

		error = kabi_merge(&gathered.collection, &merge, ret);
	}
	if (!error)
		kabi_notices_finish(&notices);
	kabi_gathered_deinit(&gathered);
	return error;
}

static const struct kabi_input_options defaults;

static bool is_directory(const char *path)
{
	struct stat st;

	return !kabi_git_is_input(path) && !stat(path, &st) &&
	       S_ISDIR(st.st_mode);
}

/* NULL of a directory. */
static struct kabi_error *open_blob(const char *path, struct kabi_blob **ret)
{
	if (is_directory(path))
		return NULL;
	return kabi_git_is_input(path) ? kabi_git_open(path, ret)
				       : kabi_blob_open(path, ret);
}

/* "blob" is what was opened of it, and stolen; NULL: a directory. */
static struct kabi_error *load_one(const char *path, struct kabi_blob **blob,
				   const struct kabi_input_options *options,
				   struct kabi_model **ret)
{
	if (*blob && kabi_collect_baseline_probe(*blob))
		return load_baseline(*blob, path, options, ret);
	return load_merged(&path, 1, kabi_steal(blob), options, ret);
}

struct kabi_error *kabi_input_load(const char *const *paths, size_t n_paths,
				   const struct kabi_input_options *options,
				   struct kabi_model **ret)
{
	kabi_cleanup(kabi_blob_cleanup) struct kabi_blob *blob = NULL;
	struct kabi_error *error;

	if (!options)
		options = &defaults;
	if (n_paths != 1)
		return load_merged(paths, n_paths, NULL, options, ret);
	error = open_blob(paths[0], &blob);
	return error ? error : load_one(paths[0], &blob, options, ret);
}

static bool is_text(const struct kabi_blob *blob)
{
	return blob &&
	       kabi_baseline_probe((const char *)blob->data, blob->size);
}

static struct kabi_error *load_texts(const char *const paths[2],
				     struct kabi_blob *const blobs[2],
				     const struct kabi_input_options *options,
				     struct kabi_model *ret[2])
{
	const char *texts[2] = { (const char *)blobs[0]->data,
				 (const char *)blobs[1]->data };
	size_t lengths[2] = { blobs[0]->size, blobs[1]->size };
	struct kabi_error *error = NULL;
	struct kabi_common common;

	kabi_common_init(&common, texts, lengths);
	for (int side = 0; side < 2 && !error; side++) {
		error = kabi_baseline_read_side(
			name_of(paths[side]), texts[side], lengths[side],
			&common, side, side ? ret[0] : NULL, &ret[side]);
		if (!error)
			set_public_globs(ret[side], options);
	}
	kabi_common_deinit(&common);
	return error;
}

struct kabi_error *
kabi_input_load_pair(const char *const paths[2],
		     const struct kabi_input_options *options,
		     struct kabi_model *ret[2])
{
	kabi_cleanup(kabi_blob_cleanup) struct kabi_blob *first = NULL;
	kabi_cleanup(kabi_blob_cleanup) struct kabi_blob *second = NULL;
	struct kabi_blob **blobs[2] = { &first, &second };
	struct kabi_error *error = NULL;

	if (!options)
		options = &defaults;
	for (int side = 0; side < 2 && !error; side++)
		error = open_blob(paths[side], blobs[side]);
	if (!error && is_text(first) && is_text(second)) {
		struct kabi_blob *const both[2] = { first, second };

		return load_texts(paths, both, options, ret);
	}
	for (int side = 0; side < 2 && !error; side++)
		error = load_one(paths[side], blobs[side], options, &ret[side]);
	return error;
}

struct kabi_error *
kabi_input_load_beside(const char *path,
		       const struct kabi_input_options *options,
		       struct kabi_model *model, struct kabi_model **ret)
{
	kabi_cleanup(kabi_blob_cleanup) struct kabi_blob *blob = NULL;
	struct kabi_error *error;
	struct kabi_common common;

	if (!options)
		options = &defaults;
	error = open_blob(path, &blob);
	if (error || !is_text(blob))
		return error ? error : load_one(path, &blob, options, ret);
	kabi_common_select(&common, (const char *)blob->data, blob->size,
			   model);
	error = kabi_baseline_read_side(name_of(path), (const char *)blob->data,
					blob->size, &common, 0, model, ret);
	if (!error)
		set_public_globs(*ret, options);
	kabi_common_deinit(&common);
	return error;
}
