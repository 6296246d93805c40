// SPDX-License-Identifier: GPL-2.0-or-later
/* Inputs of the command line; see gather.h. */
#include "gather.h"

#include <string.h>
#include <sys/stat.h>

#include "alloc.h"
#include "builddir.h"
#include "git.h"
#include "workers.h"

enum {
	/* Each thread keeps what it has seen, some 30 MB for a kernel. */
	MAX_DEFAULT_JOBS = 8,
	MAX_JOBS = 256,
};

static const char *const default_globs[] = { "include/*", "arch/*/include/*" };

/*
 * Who exports what a single file exports: "vmlinux", or a module by the name of
 * its file. Objects and archives are parts of something unknown.
 */
static char *loose_module(const char *path)
{
	static const char *const kernel[] = { "vmlinux", "vmlinux.o",
					      "vmlinux.a", "built-in.a", NULL };
	const char *slash = strrchr(path, '/');
	const char *base = slash ? slash + 1 : path;
	const char *end = base;

	for (size_t i = 0; kernel[i]; i++)
		if (!strcmp(base, kernel[i]))
			return kabi_xstrdup("vmlinux");
	/* "a.ko", "a.ko.xz", but not "a.kocher.o". */
	while ((end = strstr(end, ".ko"))) {
		if (!end[3] || end[3] == '.')
			return kabi_xasprintf("%.*s", (int)(end - base), base);
		end++;
	}
	return NULL;
}

static struct kabi_source *add_source(struct kabi_gathered *gathered,
				      const char *path, size_t input,
				      const char *module,
				      enum kabi_source_role role)
{
	struct kabi_source *source =
		kabi_collection_add(&gathered->collection, path, input, NULL);

	source->module = kabi_xstrdup(module);
	source->role = role;
	source->build = gathered->n_builds;
	return source;
}

/*
 * The export table of vmlinux counts, where there is one: with
 * CONFIG_TRIM_UNUSED_KSYMS the one of vmlinux.o says more than is exported.
 */
static struct kabi_error *add_builddir(struct kabi_gathered *gathered,
				       const char *path, size_t input)
{
	struct kabi_builddir *dir;
	struct kabi_error *error = kabi_builddir_read(path, &dir);

	if (error)
		return error;
	kabi_array_reserve(&gathered->builds, gathered->n_builds,
			   &gathered->room_builds, sizeof(*gathered->builds));
	gathered->builds[gathered->n_builds++] = dir;
	add_source(gathered, dir->kernel, input, "vmlinux",
		   dir->final ? KABI_SOURCE_RECORDS : KABI_SOURCE_ALL);
	if (dir->final)
		add_source(gathered, dir->final, input, "vmlinux",
			   KABI_SOURCE_EXPORTS);
	for (size_t i = 0; i < dir->n_modules; i++)
		add_source(gathered, dir->modules[i].path, input,
			   dir->modules[i].name, KABI_SOURCE_ALL);
	if (!dir->symvers)
		return NULL;
	return kabi_exports_read_symvers(&gathered->collection.exports,
					 dir->symvers, gathered->n_builds);
}

static struct kabi_error *add_input(struct kabi_gathered *gathered,
				    const char *path, size_t input,
				    struct kabi_blob *blob)
{
	const char *name = path;
	struct kabi_source *source;
	struct stat st;

	if (!strcmp(path, "-")) {
		/* Once only: no second thread can open it again. */
		struct kabi_error *error = blob ? NULL
						: kabi_blob_open(path, &blob);

		if (error)
			return error;
		name = "standard input";
	} else if (kabi_git_is_input(path)) {
		struct kabi_error *error = blob ? NULL
						: kabi_git_open(path, &blob);

		if (error)
			return error;
	} else if (!blob && !stat(path, &st) && S_ISDIR(st.st_mode)) {
		return add_builddir(gathered, path, input);
	}
	source = kabi_collection_add(&gathered->collection, name, input, blob);
	source->module = loose_module(
		kabi_git_is_input(path) ? kabi_git_file(path) : path);
	source->is_stream = name != path || kabi_git_is_input(path);
	return NULL;
}

#define HOW_TO_BUILD                                                  \
	"build it with KCFLAGS=-fplugin=/path/to/kabi.so (make), or " \
	"-fplugin=/path/to/kabi.so (gcc)"

static struct kabi_error *no_records(const struct kabi_source *source)
{
	if (source->linked && !source->substitute && !source->is_stream)
		return kabi_error_create(
			KABI_ERROR_BAD_DATA,
			"%s: has no records (no section .kabi): linking drops "
			"them, and %s.o is not there; if it was built without "
			"the plugin, " HOW_TO_BUILD,
			source->path, source->path);
	return kabi_error_create(
		KABI_ERROR_BAD_DATA,
		"%s: has no records (no section .kabi): it was built without "
		"the plugin; " HOW_TO_BUILD,
		source->path);
}

/*
 * Every input has to have records, but not every file of an input: a module may
 * be all assembly. The kernel of a build directory has to have its own.
 */
static struct kabi_error *check_records(const struct kabi_gathered *gathered,
					struct kabi_notices *notices)
{
	const struct kabi_collection *collection = &gathered->collection;

	for (size_t i = 0; i < collection->n_sources; i++) {
		const struct kabi_source *source = &collection->sources[i];
		/* The first source of a build is its kernel. */
		bool first = !i || source[-1].input != source->input;

		if (source->baseline || source->n_units ||
		    source->role == KABI_SOURCE_EXPORTS)
			continue;
		if (first)
			return no_records(source);
		kabi_notices_add(notices, KABI_TOPIC_COVERAGE,
				 "%s: has no records (no section .kabi)",
				 source->path);
	}
	return NULL;
}

static void tell_substitutes(const struct kabi_gathered *gathered,
			     struct kabi_notices *notices)
{
	const struct kabi_collection *collection = &gathered->collection;

	for (size_t i = 0; i < collection->n_sources; i++) {
		const struct kabi_source *source = &collection->sources[i];

		if (source->substitute)
			kabi_notices_add(notices, KABI_TOPIC_INPUT,
					 "%s: has no section .kabi, read %s "
					 "for its records",
					 source->path, source->substitute);
	}
}

struct gaps {
	struct kabi_strbuf list;
	size_t count;
};

static void list_object(void *context, const char *object)
{
	struct gaps *gaps = context;

	kabi_strbuf_add_char(&gaps->list, ' ');
	kabi_strbuf_add(&gaps->list, object);
	gaps->count++;
}

/* What kbuild never passes through the plugin. */
static struct kabi_error *tell_gaps(const struct kabi_gathered *gathered,
				    struct kabi_notices *notices)
{
	struct kabi_error *error = NULL;

	for (size_t i = 0; notices->verbose && !error && i < gathered->n_builds;
	     i++) {
		const struct kabi_builddir *dir = gathered->builds[i];
		struct gaps gaps = { KABI_STRBUF_INIT, 0 };

		error = kabi_builddir_uncovered(dir, list_object, &gaps);
		if (gaps.count)
			kabi_notices_add(notices, KABI_TOPIC_INPUT,
					 "%s: %zu objects of vmlinux without "
					 "records (assembly, or built without "
					 "KCFLAGS):%s",
					 dir->path, gaps.count,
					 gaps.list.string);
		kabi_notices_add(
			notices, KABI_TOPIC_INPUT,
			"%s: not covered, because kbuild builds it "
			"with flags of its own: arch/*/boot, realmode, "
			"purgatory, the EFI stub",
			dir->path);
		kabi_strbuf_deinit(&gaps.list);
	}
	return error;
}

static void set_release(struct kabi_gathered *gathered, const char *release,
			bool *differ, struct kabi_notices *notices)
{
	if (!release || *differ)
		return;
	if (!gathered->release) {
		gathered->release = release;
	} else if (strcmp(gathered->release, release)) {
		kabi_notices_add(notices, KABI_TOPIC_CONFLICT,
				 "inputs of two releases, %s and %s: none is "
				 "recorded",
				 gathered->release, release);
		gathered->release = NULL;
		*differ = true;
	}
}

static void add_glob(struct kabi_gathered *gathered, const char **globs,
		     const char *glob)
{
	for (size_t i = 0; i < gathered->n_public_globs; i++)
		if (!strcmp(globs[i], glob))
			return;
	globs[gathered->n_public_globs++] = glob;
}

/* The command line's, or those of all inputs in the order of their kinds. */
static void set_globs(struct kabi_gathered *gathered,
		      const struct kabi_input_options *options)
{
	const struct kabi_collection *collection = &gathered->collection;
	size_t n_default = sizeof(default_globs) / sizeof(*default_globs);
	size_t most = options->n_public_globs + n_default;
	bool only_baselines = true;

	for (size_t i = 0; i < collection->n_sources; i++) {
		const struct kabi_model *model =
			collection->sources[i].baseline;

		most += model ? model->n_public_globs : 0;
		only_baselines &= model != NULL;
	}

	const char **globs =
		kabi_arena_alloc(&gathered->arena, most * sizeof(*globs));

	gathered->public_globs = globs;
	for (size_t i = 0; i < options->n_public_globs; i++)
		add_glob(gathered, globs, options->public_globs[i]);
	if (options->n_public_globs)
		return;
	for (size_t i = 0; !only_baselines && i < n_default; i++)
		add_glob(gathered, globs, default_globs[i]);
	for (size_t i = 0; i < collection->n_sources; i++) {
		const struct kabi_model *model =
			collection->sources[i].baseline;

		for (size_t j = 0; model && j < model->n_public_globs; j++)
			add_glob(gathered, globs, model->public_globs[j]);
	}
}

static void set_header(struct kabi_gathered *gathered,
		       const struct kabi_input_options *options,
		       struct kabi_notices *notices)
{
	const struct kabi_collection *collection = &gathered->collection;
	bool differ = false;

	if (gathered->n_builds)
		gathered->origin = KABI_ORIGIN_BUILD;
	for (size_t i = 0; i < gathered->n_builds; i++)
		set_release(gathered, gathered->builds[i]->release, &differ,
			    notices);
	for (size_t i = 0; i < collection->n_sources; i++) {
		const struct kabi_model *model =
			collection->sources[i].baseline;

		if (!model)
			continue;
		set_release(gathered, model->release, &differ, notices);
		if (model->origin == KABI_ORIGIN_BUILD)
			gathered->origin = KABI_ORIGIN_BUILD;
	}
	set_globs(gathered, options);
	gathered->build_paths = kabi_arena_alloc(
		&gathered->arena, gathered->n_builds * sizeof(const char *));
	for (size_t i = 0; i < gathered->n_builds; i++)
		gathered->build_paths[i] = gathered->builds[i]->path;
}

static unsigned int job_count(const struct kabi_input_options *options)
{
	unsigned int jobs = options->jobs;

	if (!jobs) {
		jobs = kabi_workers_default();
		jobs = jobs < MAX_DEFAULT_JOBS ? jobs : MAX_DEFAULT_JOBS;
	}
	return jobs < MAX_JOBS ? jobs : MAX_JOBS;
}

struct kabi_error *kabi_gather(struct kabi_gathered *gathered,
			       const char *const *paths, size_t n_paths,
			       struct kabi_blob *first,
			       const struct kabi_input_options *options,
			       struct kabi_notices *notices)
{
	struct kabi_error *error;

	for (size_t i = 0; i < n_paths; i++) {
		error = add_input(gathered, paths[i], i, i ? NULL : first);
		if (error)
			return error;
	}
	gathered->collection.want_exposure = options->exposure;
	error = kabi_collection_read(&gathered->collection, job_count(options),
				     options->progress,
				     options->progress_context);
	if (!error)
		error = check_records(gathered, notices);
	if (error)
		return error;
	tell_substitutes(gathered, notices);
	set_header(gathered, options, notices);
	return tell_gaps(gathered, notices);
}

void kabi_gathered_deinit(struct kabi_gathered *gathered)
{
	kabi_collection_deinit(&gathered->collection);
	for (size_t i = 0; i < gathered->n_builds; i++)
		kabi_builddir_destroy(gathered->builds[i]);
	free(gathered->builds);
	kabi_arena_deinit(&gathered->arena);
	*gathered = (struct kabi_gathered){ 0 };
}
