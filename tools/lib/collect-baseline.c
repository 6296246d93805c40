// SPDX-License-Identifier: GPL-2.0-or-later
/* Baselines taken apart again; see collect-baseline.h. */
#include "collect-baseline.h"

#include "alloc.h"
#include "baseline.h"
#include "write.h"
#include "xml.h"

struct adding {
	const struct kabi_model *model;
	struct kabi_pool *pool;
	uint64_t position;
	struct kabi_sighting_counts *counts;
	struct kabi_strbuf text; /* scratch */
};

bool kabi_collect_baseline_probe(const struct kabi_blob *blob)
{
	const char *bytes = (const char *)blob->data;

	return kabi_baseline_probe(bytes, blob->size) ||
	       kabi_xml_probe(bytes, blob->size);
}

struct kabi_error *kabi_collect_baseline_read(const struct kabi_blob *blob,
					      const char *name,
					      struct kabi_model **ret)
{
	const char *bytes = (const char *)blob->data;

	if (kabi_baseline_probe(bytes, blob->size))
		return kabi_baseline_read(name, bytes, blob->size, ret);
	return kabi_xml_read(name, bytes, blob->size, ret);
}

/* The record's text as a TU has it, without the line that names TUs. */
static uint32_t intern_record(struct adding *adding,
			      const struct kabi_record *record)
{
	struct kabi_record bare = *record;

	bare.n_units = 0;
	bare.units_total = 0;
	kabi_strbuf_truncate(&adding->text, 0);
	kabi_write_record(&adding->text, &bare);
	return kabi_pool_intern(adding->pool, adding->text.string,
				adding->text.length);
}

/* Its TUs have it, of which the baseline names some. */
static void add_variant(struct adding *adding, const struct kabi_record *record)
{
	struct kabi_sighting_counts *counts = adding->counts;
	struct kabi_sighting_count count = {
		.number = intern_record(adding, record),
		.total = record->units_total,
		.file = adding->position >> 32,
	};

	for (size_t i = 0; i < record->n_units; i++) {
		const struct kabi_record *unit = kabi_model_find(
			adding->model, KABI_KIND_UNIT, record->units[i]);

		if (!unit)
			continue;
		kabi_pool_begin(adding->pool, adding->position,
				intern_record(adding, unit));
		kabi_pool_add(adding->pool, count.number);
		count.named++;
	}
	kabi_array_reserve(&counts->list, counts->count, &counts->room,
			   sizeof(*counts->list));
	counts->list[counts->count++] = count;
}

static void add_records(struct adding *adding)
{
	const struct kabi_model *model = adding->model;

	for (size_t i = 0; i < model->n_records; i++) {
		const struct kabi_record *record = model->records[i];
		uint32_t number;

		if (record->kind == KABI_KIND_UNIT) {
			number = intern_record(adding, record);
			kabi_pool_begin(adding->pool, adding->position, number);
			kabi_pool_add(adding->pool, number);
		} else if (record->units_total &&
			   record->kind != KABI_KIND_EXPORT) {
			add_variant(adding, record);
		}
	}
	kabi_pool_begin(adding->pool, adding->position, KABI_POOL_NO_UNIT);
	for (size_t i = 0; i < model->n_records; i++) {
		const struct kabi_record *record = model->records[i];

		if (record->kind != KABI_KIND_UNIT &&
		    record->kind != KABI_KIND_EXPORT && !record->units_total)
			kabi_pool_add(adding->pool,
				      intern_record(adding, record));
	}
}

static void add_exports(struct kabi_source *source,
			const struct kabi_model *model)
{
	size_t end = model->by_kind[KABI_KIND_EXPORT + 1];

	for (size_t i = model->by_kind[KABI_KIND_EXPORT]; i < end; i++) {
		const struct kabi_record *record = model->records[i];
		struct kabi_export export = {
			.name = record->name,
			.module = record->module,
			.ns = record->ns,
			.file = source->path,
			.license = record->license,
			.origin = model->exports_external ? KABI_EXPORT_GLOBAL
							  : KABI_EXPORT_TABLE,
		};

		kabi_exports_add(&source->exports, &export);
	}
	source->exports.has_table = !model->exports_external;
}

struct kabi_error *kabi_collect_baseline(struct kabi_source *source,
					 uint64_t position,
					 struct kabi_pool *pool,
					 struct kabi_sighting_counts *counts)
{
	struct adding adding = {
		.pool = pool,
		.position = position,
		.counts = counts,
	};
	struct kabi_error *error = kabi_collect_baseline_read(
		source->blob, source->path, &source->baseline);

	if (error)
		return error;
	adding.model = source->baseline;
	add_records(&adding);
	add_exports(source, source->baseline);
	if (source->baseline->arch)
		source->arch = kabi_xstrdup(source->baseline->arch);
	kabi_strbuf_deinit(&adding.text);
	return NULL;
}
