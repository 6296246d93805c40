// SPDX-License-Identifier: GPL-2.0-or-later
/* From texts to a model; see merge.h. */
#include "merge.h"

#include <string.h>

#include "alloc.h"
#include "conditions.h"
#include "merge-notices.h"
#include "resolve.h"
#include "unite.h"

struct merger {
	struct kabi_collection *collection;
	const struct kabi_merge_options *options;
	struct kabi_resolution *resolution;
	struct kabi_sightings *sightings;
	struct kabi_model *model;
	const char **units; /* the model's names of TUs, by rank */
};

static const char *intern(struct kabi_model *model, const char *string)
{
	return string ? kabi_model_intern(model, string, strlen(string)) : NULL;
}

static void set_header(struct merger *merger)
{
	const struct kabi_merge_options *options = merger->options;
	struct kabi_model *model = merger->model;

	model->arch = intern(model, merger->collection->arch);
	model->release = intern(model, options->release);
	model->origin = options->origin;
	model->exports_external = !merger->collection->exports.has_table;
	model->n_public_globs = options->n_public_globs;
	model->public_globs = kabi_arena_alloc(
		&model->arena, options->n_public_globs * sizeof(const char *));
	for (size_t i = 0; i < options->n_public_globs; i++)
		model->public_globs[i] =
			intern(model, options->public_globs[i]);
}

/*
 * Names of TUs are escaped in texts and not in the model. Their records come
 * first, so that all names are known when a variant asks for them.
 */
static void remember_unit(struct merger *merger, uint32_t number,
			  const struct kabi_record *record)
{
	uint32_t rank = kabi_sightings_rank_of_unit(merger->sightings, number);

	if (rank != UINT32_MAX)
		merger->units[rank] = record->name;
}

static void set_units(struct merger *merger, uint32_t number,
		      struct kabi_record *record)
{
	struct kabi_model *model = merger->model;
	const uint32_t *ranks;
	size_t total;
	size_t count =
		kabi_sightings_of(merger->sightings, number, &ranks, &total);

	if (count > KABI_SIGHTINGS_NAMED)
		count = KABI_SIGHTINGS_NAMED;
	record->units =
		kabi_arena_alloc(&model->arena, count * sizeof(const char *));
	for (size_t i = 0; i < count; i++)
		if (merger->units[ranks[i]])
			record->units[record->n_units++] =
				merger->units[ranks[i]];
	/* A variant of a baseline that named nobody is somebody's. */
	record->units_total = total ? total : 1;
}

/* Records of one name that add up stand side by side. */
static void unite_last(struct kabi_model *model)
{
	size_t n = model->n_records;
	struct kabi_record *before, *last;

	if (n < 2)
		return;
	before = model->records[n - 2];
	last = model->records[n - 1];
	if (before->kind != last->kind || before->name != last->name)
		return;
	kabi_unite_record(model, before, last);
	model->n_records--;
}

static struct kabi_error *add_record(struct merger *merger, uint32_t number)
{
	const struct kabi_pool *pool = merger->collection->pool;
	struct kabi_record *record;
	size_t length;
	const char *text = kabi_pool_text(pool, number, &length);
	struct kabi_error *error =
		kabi_model_add(merger->model, text, length, &record);

	if (error) {
		kabi_cleanup(kabi_free_cleanup) char *where =
			kabi_collection_where(merger->collection, number);

		return kabi_error_prefix(error, "%s", where);
	}
	if (record->units_total || record->kind == KABI_KIND_EXPORT) {
		kabi_cleanup(kabi_free_cleanup) char *where =
			kabi_collection_where(merger->collection, number);

		return kabi_error_create(
			KABI_ERROR_BAD_DATA,
			"%s: %s %s: only a baseline may have that", where,
			kabi_kind_name(record->kind), record->name);
	}
	if (record->kind == KABI_KIND_UNIT)
		remember_unit(merger, number, record);
	if (merger->resolution->flags[number] & KABI_RESOLVED_VARIANT)
		set_units(merger, number, record);
	if (kabi_unite_kind(record->kind))
		unite_last(merger->model);
	return NULL;
}

static struct kabi_error *add_records(struct merger *merger)
{
	const struct kabi_resolution *resolution = merger->resolution;

	for (size_t i = 0; i < resolution->n_kept; i++) {
		struct kabi_error *error =
			add_record(merger, resolution->kept[i]);

		if (error)
			return error;
	}
	return NULL;
}

static void add_exports(struct merger *merger)
{
	const struct kabi_exports *exports = &merger->collection->exports;
	struct kabi_model *model = merger->model;

	for (size_t i = 0; i < exports->count; i++) {
		const struct kabi_export *export = &exports->list[i];
		struct kabi_record *record = kabi_model_add_empty(
			model, KABI_KIND_EXPORT, intern(model, export->name));

		record->license = export->license;
		record->module = intern(model, export->module);
		record->ns = intern(model, export->ns);
	}
}

/*
 * Without export tables and without symbol tables (a stripped file) the records
 * tell who is defined.
 */
static void add_definitions(struct merger *merger)
{
	struct kabi_model *model = merger->model;
	size_t count = model->n_records;

	if (merger->collection->exports.has_table ||
	    merger->collection->exports.count)
		return;
	for (size_t i = 0; i < count; i++) {
		const struct kabi_record *record = model->records[i];

		if ((record->kind != KABI_KIND_FUNCTION &&
		     record->kind != KABI_KIND_VARIABLE) ||
		    record->role != KABI_ROLE_DEFINITION ||
		    record->visibility == KABI_VISIBILITY_HIDDEN ||
		    record->visibility == KABI_VISIBILITY_INTERNAL)
			continue;
		/* Variants stand side by side. */
		if (i && model->records[i - 1]->kind == record->kind &&
		    !strcmp(model->records[i - 1]->name, record->name))
			continue;
		kabi_model_add_empty(model, KABI_KIND_EXPORT, record->name)
			->license = KABI_LICENSE_EXTERNAL;
	}
}

static struct kabi_error *resolve(struct merger *merger)
{
	const struct kabi_merge_options *options = merger->options;
	struct kabi_collection *collection = merger->collection;
	uint32_t culprit;
	struct kabi_error *error = kabi_resolve(collection->pool,
						options->public_globs,
						options->n_public_globs,
						&merger->resolution, &culprit);

	if (error && culprit != UINT32_MAX) {
		kabi_cleanup(kabi_free_cleanup) char *where =
			kabi_collection_where(collection, culprit);

		return kabi_error_prefix(error, "%s", where);
	}
	return error;
}

static struct kabi_error *fill(struct merger *merger)
{
	struct kabi_collection *collection = merger->collection;
	struct kabi_error *error = resolve(merger);

	if (error)
		return error;
	merger->sightings = kabi_sightings_create(
		collection->pool, merger->resolution,
		KABI_RESOLVED_VARIANT | KABI_RESOLVED_PROBLEM,
		collection->counts, collection->n_counts);
	merger->units = kabi_xcalloc(kabi_sightings_units(merger->sightings),
				     sizeof(*merger->units));
	kabi_exports_resolve(&collection->exports, merger->options->notices);
	set_header(merger);
	error = add_records(merger);
	if (error)
		return error;
	if (merger->options->imports) {
		kabi_imports_add(merger->options->imports, merger->model);
	} else {
		add_exports(merger);
		add_definitions(merger);
	}
	kabi_merge_notices(collection, merger->resolution, merger->sightings,
			   merger->options->notices);
	kabi_conditions_add(merger->model, merger->options->builds,
			    merger->options->n_builds,
			    merger->options->notices);
	return kabi_model_finish(merger->model);
}

struct kabi_error *kabi_merge(struct kabi_collection *collection,
			      const struct kabi_merge_options *options,
			      struct kabi_model **ret)
{
	struct merger merger = {
		.collection = collection,
		.options = options,
		.model = kabi_model_create(),
	};
	struct kabi_error *error = fill(&merger);

	kabi_sightings_destroy(merger.sightings);
	kabi_resolution_destroy(merger.resolution);
	free(merger.units);
	if (error) {
		kabi_model_destroy(merger.model);
		return error;
	}
	*ret = merger.model;
	return NULL;
}
