// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A frame for each TU with its `unit`, the variants that it has, and of what
 * all agree on whatever no earlier TU had. So nothing new is needed to read it,
 * and who had which variant is not lost.
 */
#include "embed.h"

#include <string.h>

#include <kabi/frame-encode.h>

#include "alloc.h"
#include "elf-embed.h"
#include "elf.h"
#include "gather.h"
#include "merge.h"
#include "output.h"
#include "resolve.h"
#include "sightings.h"

/* It is done once, in a few seconds; the file is distributed. */
#define LEVEL 12

struct embedder {
	const struct kabi_pool *pool;
	const struct kabi_resolution *resolution;
	/* By text: the frame (from 1) that took it last; 0: none yet. */
	uint32_t *taken;
	uint32_t frame;
	uint32_t *texts; /* of the frame that is being made */
	size_t n_texts;
	size_t room_texts;
	struct kabi_strbuf body;
	struct kabi_strbuf section;
};

/* An owner with what orders the frames. */
struct place {
	uint32_t rank;
	const char *unit;
	size_t owner;
};

static int compare_places(const void *left, const void *right)
{
	const struct place *a = left, *b = right;
	int order = (a->rank > b->rank) - (a->rank < b->rank);

	if (!order)
		order = strcmp(a->unit, b->unit);
	return order ? order : (a->owner > b->owner) - (a->owner < b->owner);
}

static void take_text(void *context, uint32_t number)
{
	struct embedder *embedder = context;
	uint32_t kept = embedder->resolution->stands_for[number];
	bool variant = embedder->resolution->flags[kept] &
		       KABI_RESOLVED_VARIANT;
	const char *text = kabi_pool_text(embedder->pool, kept, NULL);

	if (embedder->taken[kept] == embedder->frame ||
	    (embedder->taken[kept] && !variant) ||
	    !strncmp(text, "unit ", strlen("unit ")))
		return;
	embedder->taken[kept] = embedder->frame;
	kabi_array_reserve(&embedder->texts, embedder->n_texts,
			   &embedder->room_texts, sizeof(*embedder->texts));
	embedder->texts[embedder->n_texts++] = kept;
}

static int compare_texts(const void *left, const void *right, void *context)
{
	const uint32_t *a = left, *b = right;
	const struct kabi_pool *pool = context;

	return strcmp(kabi_pool_text(pool, *a, NULL),
		      kabi_pool_text(pool, *b, NULL));
}

static void add_text(struct embedder *embedder, const char *text)
{
	/* With the NUL that closes each record. */
	kabi_strbuf_add_bytes(&embedder->body, text, strlen(text) + 1);
}

static struct kabi_error *end_frame(struct embedder *embedder, const char *unit)
{
	struct kabi_strbuf *body = &embedder->body;
	kabi_cleanup(kabi_free_cleanup) unsigned char *frame = NULL;
	size_t size;

	if (embedder->n_texts)
		qsort_r(embedder->texts, embedder->n_texts,
			sizeof(*embedder->texts), compare_texts,
			(void *)embedder->pool);
	kabi_strbuf_truncate(body, 0);
	add_text(embedder, unit);
	for (size_t i = 0; i < embedder->n_texts; i++)
		add_text(embedder, kabi_pool_text(embedder->pool,
						  embedder->texts[i], NULL));
	embedder->n_texts = 0;
	frame = kabi_xmalloc(kabi_frame_bound(body->length));
	size = kabi_frame_encode(frame, body->string, body->length, LEVEL);
	if (!size)
		return kabi_error_create(KABI_ERROR_UNSUPPORTED,
					 "%s: more records than a frame holds",
					 unit);
	kabi_strbuf_add_bytes(&embedder->section, frame, size);
	return NULL;
}

/* Owners of one `unit` record, side by side, become one frame. */
static struct kabi_error *make_frames(struct embedder *embedder,
				      const struct place *places, size_t count)
{
	for (size_t i = 0; i < count;) {
		const char *unit = places[i].unit;
		struct kabi_error *error;

		embedder->frame++;
		for (; i < count && !strcmp(unit, places[i].unit); i++)
			kabi_pool_for_each(embedder->pool,
					   kabi_pool_owner(embedder->pool,
							   places[i].owner),
					   take_text, embedder);
		error = end_frame(embedder, unit);
		if (error)
			return error;
	}
	return NULL;
}

static struct kabi_error *make_section(struct embedder *embedder)
{
	const struct kabi_pool *pool = embedder->pool;
	size_t count = kabi_pool_owners(pool);
	kabi_cleanup(kabi_sightings_cleanup) struct kabi_sightings *sightings =
		kabi_sightings_create(pool, embedder->resolution, 0, NULL, 0);
	kabi_cleanup(kabi_free_cleanup) struct place *places =
		kabi_xcalloc(count, sizeof(*places));

	for (size_t i = 0; i < count; i++) {
		uint32_t unit = kabi_pool_owner(pool, i)->unit;

		places[i] = (struct place){
			.rank = kabi_sightings_rank(sightings, i),
			.unit = kabi_pool_text(pool, unit, NULL),
			.owner = i,
		};
	}
	qsort(places, count, sizeof(*places), compare_places);
	return make_frames(embedder, places, count);
}

static struct kabi_error *write_output(const char *vmlinux, const char *path,
				       const struct kabi_strbuf *section)
{
	kabi_cleanup(kabi_output_cleanup) struct kabi_output *output = NULL;
	struct kabi_error *error =
		kabi_output_create(path ? path : vmlinux, &output);

	if (!error)
		error = kabi_elf_embed(vmlinux, section->string,
				       section->length,
				       kabi_output_stream(output));
	return error ? error : kabi_output_commit(output);
}

/* For the check of vmlinux. */
static struct kabi_error *check_arch(void *context, struct kabi_elf *elf)
{
	const char *arch = context;

	if (!strcmp(arch, kabi_elf_arch(elf)))
		return NULL;
	return kabi_error_create(KABI_ERROR_BAD_DATA,
				 "%s is for %s, but the inputs are for %s",
				 kabi_elf_name(elf), kabi_elf_arch(elf), arch);
}

static struct kabi_error *check(const struct kabi_gathered *gathered,
				const char *vmlinux)
{
	const struct kabi_collection *collection = &gathered->collection;

	for (size_t i = 0; i < collection->n_sources; i++)
		if (collection->sources[i].baseline)
			return kabi_error_create(
				KABI_ERROR_USAGE,
				"%s: a baseline does not name all TUs of its "
				"variants: embed from the objects",
				collection->sources[i].path);
	return kabi_elf_for_each_file(vmlinux, check_arch,
				      (void *)collection->arch);
}

/* A record that no reader will take must not get into the file. */
static struct kabi_error *validate(struct kabi_gathered *gathered,
				   struct kabi_notices *notices)
{
	kabi_cleanup(kabi_model_cleanup) struct kabi_model *model = NULL;
	struct kabi_merge_options options = {
		.public_globs = gathered->public_globs,
		.n_public_globs = gathered->n_public_globs,
		.notices = notices,
	};

	return kabi_merge(&gathered->collection, &options, &model);
}

static struct kabi_error *embed(struct kabi_gathered *gathered,
				const char *vmlinux, const char *output,
				struct kabi_notices *notices)
{
	const struct kabi_pool *pool = gathered->collection.pool;
	kabi_cleanup(
		kabi_resolution_cleanup) struct kabi_resolution *resolution =
		NULL;
	uint32_t culprit;
	struct kabi_error *error = check(gathered, vmlinux);

	if (!error)
		error = validate(gathered, notices);
	if (!error)
		error = kabi_resolve(pool, gathered->public_globs,
				     gathered->n_public_globs, &resolution,
				     &culprit);
	if (error)
		return error;

	struct embedder embedder = {
		.pool = pool,
		.resolution = resolution,
		.taken = kabi_xcalloc(kabi_pool_count(pool), sizeof(uint32_t)),
	};

	error = make_section(&embedder);
	if (!error)
		error = write_output(vmlinux, output, &embedder.section);
	free(embedder.taken);
	free(embedder.texts);
	kabi_strbuf_deinit(&embedder.body);
	kabi_strbuf_deinit(&embedder.section);
	return error;
}

struct kabi_error *kabi_embed(const char *vmlinux, const char *output,
			      const char *const *paths, size_t n_paths,
			      const struct kabi_input_options *options)
{
	kabi_cleanup(kabi_free_cleanup) char *beside =
		kabi_xasprintf("%s.o", vmlinux);
	const char *default_paths[] = { beside };
	struct kabi_gathered gathered = { 0 };
	struct kabi_notices notices = {
		.notice = options->notice,
		.context = options->notice_context,
		.verbose = options->verbose,
	};
	struct kabi_error *error;

	if (!n_paths) {
		paths = default_paths;
		n_paths = 1;
	}
	error = kabi_gather(&gathered, paths, n_paths, NULL, options, &notices);
	if (!error)
		error = embed(&gathered, vmlinux, output, &notices);
	if (!error)
		kabi_notices_finish(&notices);
	kabi_gathered_deinit(&gathered);
	return error;
}
