// SPDX-License-Identifier: GPL-2.0-or-later
/* Findings about records, in words; see merge-notices.h. */
#include "merge-notices.h"

#include <string.h>

#include "alloc.h"
#include "record-text.h"

enum {
	UNITS_TOLD = 3
};

/*
 * A tag that several .c files define for themselves is good C and only worth a
 * look; one place with two layouts means that objects of one kernel disagree.
 */
enum weight {
	WEIGHT_SAME_PLACE,
	WEIGHT_HEADERS,
	WEIGHT_PRIVATE,
	WEIGHT_COUNT
};

struct teller {
	const struct kabi_collection *collection;
	const struct kabi_resolution *resolution;
	const struct kabi_sightings *sightings;
	struct kabi_notices *notices;
	/* Scratch: the variants of one name that contradict each other. */
	uint32_t *numbers;
	struct kabi_slice *places;
	size_t room;
};

static struct kabi_record_text split(const struct teller *teller,
				     uint32_t number)
{
	struct kabi_record_text record = { 0 };
	size_t length;
	const char *text =
		kabi_pool_text(teller->collection->pool, number, &length);

	kabi_record_text_split(text, length, &record);
	return record;
}

static void tell_problems(const struct teller *teller, uint32_t number)
{
	const struct kabi_pool *pool = teller->collection->pool;
	struct kabi_record_text record = split(teller, number);
	struct kabi_slice problem;
	const uint32_t *ranks;
	size_t total;
	size_t offset = 0;
	size_t length;
	const char *text = kabi_pool_text(pool, number, &length);
	struct kabi_slice unit = { "", 0 };
	const char *file = "inputs";

	if (kabi_sightings_of(teller->sightings, number, &ranks, &total)) {
		uint64_t position =
			kabi_sightings_position(teller->sightings, ranks[0]);

		unit = kabi_sightings_unit(teller->sightings, ranks[0]);
		file = teller->collection->sources[position >> 32].path;
	}
	while (kabi_record_text_problem(text, length, &offset, &problem))
		kabi_notices_add(teller->notices, KABI_TOPIC_PROBLEM,
				 "%s: %.*s: %s %.*s: %.*s", file,
				 (int)unit.length, unit.at,
				 kabi_kind_name(record.kind),
				 (int)record.name.length, record.name.at,
				 (int)problem.length, problem.at);
}

static int compare_slices(const void *left, const void *right)
{
	const struct kabi_slice *a = left, *b = right;
	size_t length = a->length < b->length ? a->length : b->length;
	int order = length ? memcmp(a->at, b->at, length) : 0;

	if (order)
		return order;
	return (a->length > b->length) - (a->length < b->length);
}

static bool in_header(const struct kabi_record_text *record)
{
	struct kabi_slice file = kabi_record_text_file(record);

	return file.length > 2 && memcmp(file.at + file.length - 2, ".c", 2);
}

static enum weight weigh(const struct teller *teller, size_t count)
{
	struct kabi_slice *places = teller->places;
	size_t headers = 0;

	for (size_t i = 0; i < count; i++) {
		struct kabi_record_text record =
			split(teller, teller->numbers[i]);

		headers += in_header(&record);
		places[i] = kabi_record_text_key(&record, "at");
	}
	qsort(places, count, sizeof(*places), compare_slices);
	for (size_t i = 1; i < count; i++)
		if (places[i].at && !compare_slices(&places[i - 1], &places[i]))
			return WEIGHT_SAME_PLACE;
	return headers > 1 ? WEIGHT_HEADERS : WEIGHT_PRIVATE;
}

/* "include/foo.h:3 in 5 TUs (a.c, b.c, c.c ...)" */
static void describe_variant(const struct teller *teller,
			     struct kabi_strbuf *buf, uint32_t number)
{
	struct kabi_record_text record = split(teller, number);
	struct kabi_slice at = kabi_record_text_key(&record, "at");
	const uint32_t *ranks;
	size_t total;
	size_t count =
		kabi_sightings_of(teller->sightings, number, &ranks, &total);

	if (at.at)
		kabi_strbuf_add_format(buf, "%.*s ", (int)at.length, at.at);
	kabi_strbuf_add_format(buf, "in %zu TU%s (", total,
			       total == 1 ? "" : "s");
	for (size_t i = 0; i < count && i < UNITS_TOLD; i++) {
		struct kabi_slice unit =
			kabi_sightings_unit(teller->sightings, ranks[i]);

		kabi_strbuf_add_format(buf, "%s%.*s", i ? ", " : "",
				       (int)unit.length, unit.at);
	}
	kabi_strbuf_add(buf, total > UNITS_TOLD ? " ...)" : ")");
}

static void tell_variants(const struct teller *teller, enum kabi_topic topic,
			  const char *what, size_t count)
{
	struct kabi_record_text record = split(teller, teller->numbers[0]);
	struct kabi_strbuf buf = KABI_STRBUF_INIT;

	for (size_t i = 0; i < count; i++) {
		kabi_strbuf_add(&buf, i ? "; " : "");
		describe_variant(teller, &buf, teller->numbers[i]);
	}
	kabi_notices_add(teller->notices, topic,
			 "%s %.*s: %zu different %s: %s",
			 kabi_kind_name(record.kind), (int)record.name.length,
			 record.name.at, count, what, buf.string);
	kabi_strbuf_deinit(&buf);
}

static void tell_conflict(const struct teller *teller, size_t count)
{
	struct kabi_record_text record = split(teller, teller->numbers[0]);
	bool symbol = record.kind == KABI_KIND_FUNCTION ||
		      record.kind == KABI_KIND_VARIABLE;

	tell_variants(teller, KABI_TOPIC_CONFLICT,
		      symbol			      ? "types"
		      : record.kind == KABI_KIND_RULE ? "values"
						      : "layouts",
		      count);
}

/*
 * Steps over the texts of one name, which stand together among those that are
 * kept, and takes those with the flag. Returns how many those are.
 */
static size_t take_name(struct teller *teller, enum kabi_resolved_flags flag,
			size_t *index)
{
	const struct kabi_resolution *resolution = teller->resolution;
	struct kabi_record_text first = split(teller, resolution->kept[*index]);
	size_t count = 0;

	for (; *index < resolution->n_kept; ++*index) {
		uint32_t number = resolution->kept[*index];
		struct kabi_record_text record = split(teller, number);

		if (record.kind != first.kind ||
		    compare_slices(&record.name, &first.name))
			break;
		if (!(resolution->flags[number] & flag))
			continue;
		if (count == teller->room) {
			teller->room = teller->room ? 2 * teller->room : 16;
			teller->numbers = kabi_xrealloc_array(
				teller->numbers, teller->room,
				sizeof(*teller->numbers));
			teller->places = kabi_xrealloc_array(
				teller->places, teller->room,
				sizeof(*teller->places));
		}
		teller->numbers[count++] = number;
	}
	return count;
}

static void tell_conflicts(struct teller *teller, enum weight weight)
{
	const struct kabi_resolution *resolution = teller->resolution;
	size_t i = 0;

	while (i < resolution->n_kept) {
		uint32_t number = resolution->kept[i];
		size_t count;

		if (!(resolution->flags[number] & KABI_RESOLVED_VARIANT)) {
			i++;
			continue;
		}
		count = take_name(teller, KABI_RESOLVED_CONFLICT, &i);
		if (count && weigh(teller, count) == weight)
			tell_conflict(teller, count);
	}
}

/*
 * One inline function of one header with several bodies: a file that is built
 * without a sanitizer has another one, so it is worth a word to those who ask.
 */
static void tell_inlines(struct teller *teller)
{
	const struct kabi_resolution *resolution = teller->resolution;
	size_t i = 0;

	while (teller->notices->verbose && i < resolution->n_kept) {
		uint32_t number = resolution->kept[i];
		size_t count;

		if (!(resolution->flags[number] & KABI_RESOLVED_VARIANT) ||
		    split(teller, number).kind != KABI_KIND_INLINE) {
			i++;
			continue;
		}
		count = take_name(teller, KABI_RESOLVED_VARIANT, &i);
		if (count && weigh(teller, count) == WEIGHT_SAME_PLACE)
			tell_variants(teller, KABI_TOPIC_VARIANT, "bodies",
				      count);
	}
}

/* Units of which no macros are known, since their input had none. */
static void tell_preprocessed(const struct teller *teller)
{
	const struct kabi_resolution *resolution = teller->resolution;
	size_t told = teller->notices->verbose ? SIZE_MAX : UNITS_TOLD;
	size_t count = 0, units = 0;
	struct kabi_strbuf buf = KABI_STRBUF_INIT;

	for (size_t i = 0; i < resolution->n_kept; i++) {
		struct kabi_record_text record =
			split(teller, resolution->kept[i]);

		/* They come first. */
		if (record.kind != KABI_KIND_UNIT)
			break;
		units++;
		if (!kabi_record_text_key(&record, "macros").at)
			continue;
		if (count++ < told)
			kabi_strbuf_add_format(&buf, " %.*s",
					       (int)record.name.length,
					       record.name.at);
	}
	if (count)
		kabi_notices_add(teller->notices, KABI_TOPIC_COVERAGE,
				 "no macros are known of %zu of %zu units, "
				 "which were compiled from preprocessed input "
				 "(distcc, ccache, -save-temps):%s%s",
				 count, units, buf.string,
				 count > told ? " ..." : "");
	kabi_strbuf_deinit(&buf);
}

void kabi_merge_notices(const struct kabi_collection *collection,
			const struct kabi_resolution *resolution,
			const struct kabi_sightings *sightings,
			struct kabi_notices *notices)
{
	struct teller teller = {
		.collection = collection,
		.resolution = resolution,
		.sightings = sightings,
		.notices = notices,
	};

	for (size_t i = 0; i < resolution->n_kept; i++)
		if (resolution->flags[resolution->kept[i]] &
		    KABI_RESOLVED_PROBLEM)
			tell_problems(&teller, resolution->kept[i]);
	tell_preprocessed(&teller);
	for (int weight = 0; weight < WEIGHT_COUNT; weight++)
		tell_conflicts(&teller, weight);
	tell_inlines(&teller);
	free(teller.numbers);
	free(teller.places);
}
