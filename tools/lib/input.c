// SPDX-License-Identifier: GPL-2.0-or-later
/* All inputs into one model; see input.h. */
#include "input.h"

#include <string.h>
#include <sys/stat.h>

#include "collect-baseline.h"
#include "gather.h"
#include "git.h"
#include "merge.h"

/* A baseline on its own is what it is: nothing has to be merged. */
static struct kabi_error *
load_baseline(const struct kabi_blob *blob, const char *name,
	      const struct kabi_input_options *options, struct kabi_model **ret)
{
	struct kabi_error *error = kabi_collect_baseline_read(blob, name, ret);

	if (error || !options->n_public_globs)
		return error;

	struct kabi_model *model = *ret;
	size_t count = options->n_public_globs;

	model->public_globs =
		kabi_arena_alloc(&model->arena, count * sizeof(const char *));
	model->n_public_globs = count;
	for (size_t i = 0; i < count; i++)
		model->public_globs[i] =
			kabi_model_intern(model, options->public_globs[i],
					  strlen(options->public_globs[i]));
	return NULL;
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
			.notices = &notices,
		};

		error = kabi_merge(&gathered.collection, &merge, ret);
	}
	if (!error)
		kabi_notices_finish(&notices);
	kabi_gathered_deinit(&gathered);
	return error;
}

struct kabi_error *kabi_input_load(const char *const *paths, size_t n_paths,
				   const struct kabi_input_options *options,
				   struct kabi_model **ret)
{
	static const struct kabi_input_options defaults;
	kabi_cleanup(kabi_blob_cleanup) struct kabi_blob *blob = NULL;
	struct stat st;

	if (!options)
		options = &defaults;
	if (n_paths == 1 && (kabi_git_is_input(paths[0]) ||
			     stat(paths[0], &st) || !S_ISDIR(st.st_mode))) {
		struct kabi_error *error =
			kabi_git_is_input(paths[0])
				? kabi_git_open(paths[0], &blob)
				: kabi_blob_open(paths[0], &blob);

		if (error)
			return error;
		if (kabi_collect_baseline_probe(blob))
			return load_baseline(blob,
					     strcmp(paths[0], "-")
						     ? paths[0]
						     : "standard input",
					     options, ret);
	}
	return load_merged(paths, n_paths, kabi_steal(&blob), options, ret);
}
