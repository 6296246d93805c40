// SPDX-License-Identifier: GPL-2.0-or-later
/* Consumers from files, one after the other; see input-consumers.h. */
#include "input-consumers.h"

#include <errno.h>
#include <fts.h>
#include <string.h>
#include <sys/stat.h>

#include "builddir.h"
#include "collect-baseline.h"
#include "elf-imports.h"

struct paths {
	struct kabi_arena arena;
	const char **list; /* sorted */
	size_t n, room;
};

static void paths_deinit(struct paths *paths)
{
	kabi_arena_deinit(&paths->arena);
	free(paths->list);
}

static void add_path(struct paths *paths, const char *path)
{
	kabi_array_reserve(&paths->list, paths->n, &paths->room,
			   sizeof(*paths->list));
	paths->list[paths->n++] =
		kabi_arena_strndup(&paths->arena, path, strlen(path));
}

static struct kabi_error *add_built(struct paths *paths, const char *path)
{
	struct kabi_builddir *dir;
	struct kabi_error *error = kabi_builddir_read(path, &dir);

	if (error)
		return error;
	for (size_t i = 0; i < dir->n_modules; i++)
		add_path(paths, dir->modules[i].path);
	kabi_builddir_destroy(dir);
	return NULL;
}

/* "foo.ko", compressed or not: CONFIG_MODULE_COMPRESS_* of the kernel. */
static bool is_module(const char *name)
{
	static const char *const suffixes[] = { ".ko", ".ko.gz", ".ko.xz",
						".ko.zst" };
	size_t length = strlen(name);

	for (size_t i = 0; i < sizeof(suffixes) / sizeof(*suffixes); i++) {
		size_t end = strlen(suffixes[i]);

		if (length > end && !strcmp(name + length - end, suffixes[i]))
			return true;
	}
	return false;
}

/* What was installed: /lib/modules/RELEASE, or a package that was unpacked. */
static struct kabi_error *add_installed(struct paths *paths, const char *path)
{
	char *const roots[] = { (char *)path, NULL };
	FTS *tree = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, NULL);
	struct kabi_error *error = NULL;
	FTSENT *entry;

	if (!tree)
		return kabi_error_errno(errno, "%s: cannot read", path);
	while (!error && (errno = 0, entry = fts_read(tree))) {
		if (entry->fts_info == FTS_DNR || entry->fts_info == FTS_ERR)
			error = kabi_error_errno(entry->fts_errno,
						 "%s: cannot read",
						 entry->fts_path);
		else if (entry->fts_info == FTS_F && is_module(entry->fts_name))
			add_path(paths, entry->fts_path);
	}
	if (!error && errno)
		error = kabi_error_errno(errno, "%s: cannot read", path);
	fts_close(tree);
	return error;
}

static struct kabi_error *add_modules(struct paths *paths, const char *path)
{
	size_t n = paths->n;
	struct kabi_error *error = kabi_builddir_has_kernel(path)
					   ? add_built(paths, path)
					   : add_installed(paths, path);

	if (!error && paths->n == n)
		error = kabi_error_create(
			KABI_ERROR_BAD_DATA,
			"%s: no modules are in it, so it has no consumers",
			path);
	return error;
}

static int compare_strings(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static struct kabi_error *expand(struct paths *paths, const char *const *inputs,
				 size_t n_inputs)
{
	for (size_t i = 0; i < n_inputs; i++) {
		struct kabi_error *error = NULL;
		struct stat st;

		if (!stat(inputs[i], &st) && S_ISDIR(st.st_mode))
			error = add_modules(paths, inputs[i]);
		else
			add_path(paths, inputs[i]);
		if (error)
			return error;
	}
	if (paths->n)
		qsort(paths->list, paths->n, sizeof(*paths->list),
		      compare_strings);
	for (size_t i = 1; i < paths->n; i++) {
		if (!strcmp(paths->list[i - 1], paths->list[i]))
			return kabi_error_create(KABI_ERROR_USAGE,
						 "%s: is a consumer twice",
						 paths->list[i]);
	}
	return NULL;
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash && slash[1] ? slash + 1 : path;
}

/* Sorted base names, to see which are there once. */
static const char **base_names(const struct paths *paths)
{
	const char **names = kabi_xcalloc(paths->n + 1, sizeof(*names));

	for (size_t i = 0; i < paths->n; i++)
		names[i] = base_name(paths->list[i]);
	if (paths->n)
		qsort(names, paths->n, sizeof(*names), compare_strings);
	return names;
}

static const char *name_of(const char *path, const char **names, size_t n)
{
	const char *name = base_name(path);
	const char **found =
		bsearch(&name, names, n, sizeof(*names), compare_strings);
	size_t i = found ? found - names : 0;

	if ((i && !strcmp(names[i - 1], name)) ||
	    (i + 1 < n && !strcmp(names[i + 1], name)))
		return path;
	return name;
}

static struct kabi_error *refuse_baseline(const char *path)
{
	kabi_cleanup(kabi_blob_cleanup) struct kabi_blob *blob = NULL;
	struct kabi_error *error = kabi_blob_open(path, &blob);

	if (error || !kabi_collect_baseline_probe(blob))
		return error;
	return kabi_error_create(KABI_ERROR_BAD_DATA,
				 "%s: a baseline does not tell what code "
				 "depends on; give the modules or objects "
				 "themselves",
				 path);
}

static struct kabi_error *add_consumer(struct kabi_consumers *consumers,
				       const char *path, const char *name,
				       const struct kabi_input_options *options,
				       const struct kabi_model *old_model)
{
	kabi_cleanup(kabi_model_cleanup) struct kabi_model *model = NULL;
	kabi_cleanup(kabi_imports_deinit) struct kabi_imports imports = { 0 };
	struct kabi_error *error = refuse_baseline(path);

	if (!error)
		error = kabi_input_load(&path, 1, options, &model);
	if (!error)
		error = kabi_imports_read(&imports, &path, 1);
	if (error)
		return error;
	if (model->arch && old_model->arch &&
	    strcmp(model->arch, old_model->arch) != 0)
		return kabi_error_create(KABI_ERROR_UNSUPPORTED,
					 "%s: is for %s, but OLD is for %s",
					 path, model->arch, old_model->arch);
	kabi_consumers_add(consumers, name, model, imports.names, imports.n,
			   old_model);
	return NULL;
}

struct kabi_error *
kabi_input_consumers(const char *const *paths, size_t n_paths,
		     const struct kabi_input_options *options,
		     const struct kabi_model *old_model,
		     struct kabi_consumers **ret)
{
	struct kabi_input_options with_exposure = *options;
	struct kabi_consumers *consumers = kabi_consumers_create();
	kabi_cleanup(paths_deinit) struct paths files = { 0 };
	kabi_cleanup(kabi_free_cleanup) const char **names = NULL;
	struct kabi_error *error = expand(&files, paths, n_paths);

	with_exposure.exposure = true;
	names = base_names(&files);
	for (size_t i = 0; !error && i < files.n; i++)
		error = add_consumer(consumers, files.list[i],
				     name_of(files.list[i], names, files.n),
				     &with_exposure, old_model);
	if (error) {
		kabi_consumers_destroy(consumers);
		return error;
	}
	*ret = consumers;
	return NULL;
}
