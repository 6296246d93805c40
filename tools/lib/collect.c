// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Two kinds of jobs: one opens a file and finds its frames, the other takes a
 * number of frames apart, so that a vmlinux.o of a thousand TUs keeps all
 * threads busy and compressed modules are decompressed side by side.
 */
#include "collect.h"

#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "collect-baseline.h"
#include "elf.h"
#include "exposure.h"
#include "frame.h"
#include "workers.h"

enum {
	FRAMES_PER_JOB = 32
};

/* What each thread has of its own. */
struct worker {
	struct kabi_pool *pool;
	struct kabi_frame_decoder *decoder;
	struct kabi_sighting_counts counts;
};

struct reading {
	struct kabi_collection *collection;
	struct kabi_workers *workers;
	struct worker *states; /* by worker */
};

struct file_job {
	struct kabi_job job;
	struct reading *reading;
	struct kabi_source *source;
	/* While it runs. */
	uint64_t position; /* of the next frame */
	bool want_records;
	bool want_exports;
};

struct frames_job {
	struct kabi_job job;
	struct reading *reading;
	struct kabi_elf *elf; /* a reference, for the frames' bytes */
	struct kabi_frame frames[FRAMES_PER_JOB];
	size_t count;
};

struct kabi_source *kabi_collection_add(struct kabi_collection *collection,
					const char *path, size_t input,
					struct kabi_blob *blob)
{
	kabi_array_reserve(&collection->sources, collection->n_sources,
			   &collection->room_sources,
			   sizeof(*collection->sources));

	struct kabi_source *source =
		&collection->sources[collection->n_sources++];

	*source = (struct kabi_source){
		.path = kabi_xstrdup(path),
		.input = input,
		.blob = blob,
	};
	return source;
}

void kabi_collection_deinit(struct kabi_collection *collection)
{
	for (size_t i = 0; i < collection->n_sources; i++) {
		struct kabi_source *source = &collection->sources[i];

		free(source->path);
		free(source->module);
		free(source->substitute);
		free(source->arch);
		kabi_blob_unref(source->blob);
		kabi_exports_deinit(&source->exports);
		kabi_model_destroy(source->baseline);
	}
	free(collection->sources);
	free(collection->counts);
	kabi_pool_destroy(collection->pool);
	kabi_exports_deinit(&collection->exports);
	*collection = (struct kabi_collection){ 0 };
}

static bool is_of(const char *record, const char *kind)
{
	return *record == *kind && !strncmp(record, kind, strlen(kind));
}

/* What a TU depends on is checked, and dropped unless it is wanted. */
static struct kabi_error *add_record(struct kabi_pool *pool, const char *record,
				     size_t size, bool want_exposure)
{
	if (is_of(record, "exposure ") && !want_exposure)
		return kabi_exposure_check(record, size);
	if (is_of(record, "conditions "))
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "conditions: only a baseline may have "
					 "that");
	kabi_pool_add(pool, kabi_pool_intern(pool, record, size));
	return NULL;
}

/* A TU's records, each closed by a NUL, the first one its `unit`. */
static struct kabi_error *add_records(struct kabi_pool *pool, const char *body,
				      size_t length, uint64_t position,
				      bool want_exposure)
{
	const char *end = body + length;
	uint32_t number;

	if (strncmp(body, "unit ", strlen("unit ")))
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "does not begin with a unit record");
	number = kabi_pool_intern(pool, body, strlen(body));
	kabi_pool_begin(pool, position, number);
	for (const char *record = body, *last = ""; record < end;) {
		size_t size = strlen(record);
		struct kabi_error *error;

		/*
		 * Holds for what the plugin writes, and keeps a small file from
		 * standing for millions of equal records.
		 */
		if (record != body && strcmp(last, record) >= 0)
			return kabi_error_create(
				KABI_ERROR_BAD_DATA,
				"records are not sorted: \"%.60s\"", record);
		error = add_record(pool, record, size, want_exposure);
		if (error)
			return error;
		last = record == body ? "" : record;
		record += size + 1;
	}
	return NULL;
}

static struct kabi_error *run_frames(struct kabi_job *base, unsigned int worker)
{
	struct frames_job *job = (struct frames_job *)base;
	struct worker *state = &job->reading->states[worker];

	for (size_t i = 0; i < job->count; i++) {
		const struct kabi_frame *frame = &job->frames[i];
		const char *body;
		struct kabi_error *error =
			kabi_frame_decode(state->decoder, frame, &body);

		if (!error) {
			error = add_records(
				state->pool, body, frame->raw_size,
				base->position + i,
				job->reading->collection->want_exposure);
			error = kabi_error_prefix(error, "frame %zu",
						  frame->number);
		}
		if (error)
			return kabi_error_prefix(error, "%s: section %s",
						 kabi_elf_name(job->elf),
						 KABI_SECTION_NAME);
	}
	return NULL;
}

static void destroy_frames(struct kabi_job *base)
{
	struct frames_job *job = (struct frames_job *)base;

	kabi_elf_unref(job->elf);
	free(job);
}

static struct frames_job *frames_job_create(struct file_job *file,
					    struct kabi_elf *elf)
{
	struct frames_job *job = kabi_xcalloc(1, sizeof(*job));

	job->job.position = file->position;
	job->job.run = run_frames;
	job->job.destroy = destroy_frames;
	job->reading = file->reading;
	job->elf = kabi_elf_ref(elf);
	return job;
}

/* For the walk over a file's sections. */
struct section_walk {
	struct file_job *file;
	struct kabi_elf *elf;
};

static struct kabi_error *queue_frames(struct file_job *file,
				       struct kabi_elf *elf,
				       struct kabi_frame_cursor *cursor)
{
	for (;;) {
		struct frames_job *job = frames_job_create(file, elf);
		struct kabi_error *error = NULL;
		bool found = true;

		while (!error && found && job->count < FRAMES_PER_JOB) {
			error = kabi_frame_next(
				cursor, &job->frames[job->count], &found);
			job->count += !error && found;
		}
		file->position += job->count;
		file->source->n_units += job->count;
		if (job->count)
			kabi_workers_add(file->reading->workers, &job->job);
		else
			destroy_frames(&job->job);
		if (error || !found)
			return error;
	}
}

static struct kabi_error *visit_section(void *context,
					const struct kabi_elf_section *section)
{
	struct section_walk *walk = context;
	struct kabi_frame_cursor cursor = { 0 };
	struct kabi_error *error;

	if (strcmp(section->name, KABI_SECTION_NAME))
		return NULL;
	error = kabi_elf_section_data(walk->elf, section->index, &cursor.data,
				      &cursor.size);
	if (error)
		return error;
	error = queue_frames(walk->file, walk->elf, &cursor);
	return kabi_error_prefix(error, "%s: section %s",
				 kabi_elf_name(walk->elf), section->name);
}

/* One baseline is of one machine; so is one archive. */
static struct kabi_error *check_arch(struct kabi_source *source,
				     struct kabi_elf *elf)
{
	const char *arch = kabi_elf_arch(elf);

	if (!source->arch)
		source->arch = kabi_xstrdup(arch);
	if (!strcmp(source->arch, arch))
		return NULL;
	return kabi_error_create(KABI_ERROR_BAD_DATA,
				 "%s is for %s, but other files in %s are for "
				 "%s",
				 kabi_elf_name(elf), arch, source->path,
				 source->arch);
}

static struct kabi_error *visit_elf(void *context, struct kabi_elf *elf)
{
	struct file_job *file = context;
	struct kabi_source *source = file->source;
	struct section_walk walk = { file, elf };
	struct kabi_error *error = check_arch(source, elf);

	source->linked |= !kabi_elf_is_relocatable(elf);
	if (!error && file->want_records)
		error = kabi_elf_for_each_section(elf, visit_section, &walk);
	if (!error && file->want_exports) {
		struct kabi_export owner = { .module = source->module,
					     .build = source->build };

		error = kabi_exports_read_elf(&source->exports, elf, &owner);
	}
	return error;
}

/*
 * The linker drops .kabi from a vmlinux; vmlinux.o is left beside it. Its
 * export table is asked only when vmlinux has none.
 */
static struct kabi_error *read_substitute(struct file_job *file)
{
	struct kabi_source *source = file->source;
	kabi_cleanup(kabi_free_cleanup) char *path =
		kabi_xasprintf("%s.o", source->path);
	struct kabi_error *error;

	if (access(path, F_OK))
		return NULL;
	file->want_exports &= !source->exports.has_table;
	error = kabi_elf_for_each_file(path, visit_elf, file);
	source->substitute = kabi_steal(&path);
	return error;
}

static struct kabi_error *read_elf(struct file_job *file)
{
	struct kabi_source *source = file->source;
	struct kabi_error *error;

	error = kabi_elf_for_each_in_blob(source->blob, source->path, visit_elf,
					  file);
	if (!error && file->want_records && !source->n_units &&
	    source->linked && !source->is_stream)
		error = read_substitute(file);
	return error;
}

static struct kabi_error *read_source(struct file_job *file,
				      struct worker *state)
{
	struct kabi_source *source = file->source;
	struct kabi_error *error;

	if (!source->blob) {
		error = kabi_blob_open(source->path, &source->blob);
		if (error)
			return error;
	}
	if (kabi_elf_probe(source->blob))
		return read_elf(file);
	if (kabi_collect_baseline_probe(source->blob))
		return kabi_collect_baseline(source, file->job.position,
					     state->pool, &state->counts);
	return kabi_error_create(KABI_ERROR_BAD_DATA,
				 "%s: neither an ELF file nor an archive nor a "
				 "baseline",
				 source->path);
}

static struct kabi_error *run_file(struct kabi_job *base, unsigned int worker)
{
	struct file_job *file = (struct file_job *)base;
	struct kabi_source *source = file->source;
	struct kabi_error *error;

	file->want_records = source->role != KABI_SOURCE_EXPORTS;
	file->want_exports = source->role != KABI_SOURCE_RECORDS;
	file->position = base->position;
	error = read_source(file, &file->reading->states[worker]);
	/* Whoever still needs the bytes has a reference. */
	kabi_blob_unref(source->blob);
	source->blob = NULL;
	base->position = file->position;
	return error;
}

static void destroy_file(struct kabi_job *base)
{
	free(base);
}

static void queue_files(struct reading *reading)
{
	struct kabi_collection *collection = reading->collection;

	/* The first one is to be on top. */
	for (size_t i = collection->n_sources; i; i--) {
		struct file_job *file = kabi_xcalloc(1, sizeof(*file));

		file->job.position = (uint64_t)(i - 1) << 32;
		file->job.run = run_file;
		file->job.destroy = destroy_file;
		file->reading = reading;
		file->source = &collection->sources[i - 1];
		kabi_workers_add(reading->workers, &file->job);
	}
}

static struct worker *states_create(unsigned int jobs)
{
	struct worker *states = kabi_xcalloc(jobs, sizeof(*states));

	for (unsigned int i = 0; i < jobs; i++) {
		states[i].pool = kabi_pool_create();
		states[i].decoder = kabi_frame_decoder_create();
	}
	return states;
}

static void states_destroy(struct worker *states, unsigned int jobs)
{
	for (unsigned int i = 0; i < jobs; i++) {
		kabi_pool_destroy(states[i].pool);
		kabi_frame_decoder_destroy(states[i].decoder);
		free(states[i].counts.list);
	}
	free(states);
}

static void add_counts(struct kabi_collection *collection,
		       const struct kabi_sighting_counts *counts,
		       const uint32_t *numbers)
{
	size_t total = collection->n_counts + counts->count;

	if (!counts->count)
		return;
	collection->counts = kabi_xrealloc_array(collection->counts, total,
						 sizeof(*collection->counts));
	for (size_t i = 0; i < counts->count; i++) {
		struct kabi_sighting_count count = counts->list[i];

		if (numbers)
			count.number = numbers[count.number];
		collection->counts[collection->n_counts++] = count;
	}
}

/* The first thread's pool becomes the collection's. */
static void unite(struct kabi_collection *collection, struct worker *states,
		  unsigned int jobs)
{
	collection->pool = kabi_steal(&states[0].pool);
	add_counts(collection, &states[0].counts, NULL);
	for (unsigned int i = 1; i < jobs; i++) {
		kabi_cleanup(kabi_free_cleanup) uint32_t *numbers = NULL;

		kabi_pool_merge(collection->pool, states[i].pool, &numbers);
		add_counts(collection, &states[i].counts, numbers);
		kabi_pool_destroy(states[i].pool);
		states[i].pool = NULL;
	}
	for (size_t i = 0; i < collection->n_sources; i++)
		kabi_exports_append(&collection->exports,
				    &collection->sources[i].exports);
}

static struct kabi_error *check_arches(struct kabi_collection *collection)
{
	const struct kabi_source *first = NULL;

	for (size_t i = 0; i < collection->n_sources; i++) {
		const struct kabi_source *source = &collection->sources[i];

		if (!source->arch)
			continue;
		if (!first)
			first = source;
		if (strcmp(first->arch, source->arch))
			return kabi_error_create(
				KABI_ERROR_BAD_DATA,
				"%s is for %s, but %s is for %s: inputs of two "
				"machines have no common ABI",
				source->path, source->arch, first->path,
				first->arch);
	}
	collection->arch = first ? first->arch : NULL;
	return NULL;
}

struct kabi_error *
kabi_collection_read(struct kabi_collection *collection, unsigned int jobs,
		     void (*progress)(void *context, size_t done, size_t total),
		     void *progress_context)
{
	struct reading reading = {
		.collection = collection,
		.workers = kabi_workers_create(progress, progress_context),
		.states = states_create(jobs),
	};
	struct kabi_error *error;

	queue_files(&reading);
	error = kabi_workers_run(reading.workers, jobs);
	if (!error)
		unite(collection, reading.states, jobs);
	kabi_workers_destroy(reading.workers);
	states_destroy(reading.states, jobs);
	return error ? error : check_arches(collection);
}
