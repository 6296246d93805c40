// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The report for programs. Each change is one line of its own, made and printed
 * at a time: thousands of changes that reach thousands of symbols would not fit
 * into one tree of objects.
 */
#include "json.h"
#include "report-formats.h"
#include "strbuf.h"

static struct json_object *new_count(size_t count)
{
	return json_object_new_uint64(count);
}

static struct json_object *new_symbols(const struct kabi_change *change)
{
	struct json_object *symbols =
		json_object_new_array_ext(change->n_symbols);

	for (size_t i = 0; i < change->n_symbols; i++)
		json_object_array_add(symbols,
				      kabi_json_string(change->symbols[i]));
	return symbols;
}

/* Without a cause there is no such member. */
static void add_causes(struct json_object *object,
		       const struct kabi_change *change)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;

	for (size_t i = 0; i < change->n_causes; i++) {
		kabi_strbuf_add(&text, i ? ", " : "");
		kabi_strbuf_add(&text, change->causes[i]);
	}
	if (change->n_causes)
		json_object_object_add(object, "cause",
				       kabi_json_string(text.string));
}

/* Names for those who count, and what each depends on. */
static void add_hits(struct json_object *object,
		     const struct kabi_change *change)
{
	struct json_object *names = json_object_new_array();
	struct json_object *hits = json_object_new_array();

	for (size_t i = 0; i < change->n_hits; i++) {
		const struct kabi_hit *hit = &change->hits[i];
		struct json_object *one = json_object_new_object();

		json_object_array_add(names, kabi_json_string(hit->consumer));
		json_object_object_add(one, "consumer",
				       kabi_json_string(hit->consumer));
		json_object_object_add(one, "depends_on",
				       kabi_json_words(hit->what, hit->n_what));
		json_object_array_add(hits, one);
	}
	json_object_object_add(object, "consumers", names);
	json_object_object_add(object, "consumers_total",
			       new_count(change->n_hits));
	json_object_object_add(object, "hits", hits);
}

/* The order of the members is that of docs/verdicts.md and does not matter. */
static struct json_object *new_change(const struct kabi_changes *changes,
				      const struct kabi_change *change)
{
	struct json_object *object = json_object_new_object();
	struct json_object *children =
		json_object_new_array_ext(change->n_children);

	json_object_object_add(
		object, "id",
		kabi_json_string(kabi_verdict_name(change->verdict)));
	json_object_object_add(
		object, "level",
		kabi_json_string(kabi_level_name(change->level)));
	json_object_object_add(object, "subject",
			       kabi_json_string(change->subject));
	if (change->member)
		json_object_object_add(object, "member",
				       kabi_json_string(change->member));
	json_object_object_add(object, "old",
			       kabi_json_string(change->old_text));
	json_object_object_add(object, "new",
			       kabi_json_string(change->new_text));
	json_object_object_add(object, "old_location",
			       kabi_json_string(change->old_location));
	json_object_object_add(object, "new_location",
			       kabi_json_string(change->new_location));
	add_causes(object, change);
	json_object_object_add(object, "symbols", new_symbols(change));
	json_object_object_add(
		object, "symbols_total",
		new_count(change->n_symbols + change->n_unlisted));
	if (change->n_symbols)
		json_object_object_add(object, "distance",
				       new_count(change->distance));
	if (change->n_path)
		json_object_object_add(object, "path",
				       kabi_json_words(change->path,
						       change->n_path));
	if (changes->n_consumers)
		add_hits(object, change);
	for (size_t i = 0; i < change->n_children; i++)
		json_object_array_add(children,
				      new_change(changes, change->children[i]));
	json_object_object_add(object, "children", children);
	return object;
}

static struct json_object *new_side(const struct kabi_side *side)
{
	struct json_object *object = json_object_new_object();

	json_object_object_add(object, "path", kabi_json_string(side->path));
	json_object_object_add(object, "arch", kabi_json_string(side->arch));
	json_object_object_add(object, "release",
			       kabi_json_string(side->release));
	json_object_object_add(object, "compiler",
			       kabi_json_string(side->compiler));
	json_object_object_add(object, "exports", new_count(side->exports));
	json_object_object_add(object, "types", new_count(side->types));
	json_object_object_add(object, "units", new_count(side->units));
	return object;
}

static struct json_object *new_summary(const struct kabi_changes *changes)
{
	struct json_object *object = json_object_new_object();

	for (int level = KABI_LEVEL_COUNT - 1; level >= 0; level--)
		json_object_object_add(object, kabi_level_name(level),
				       new_count(changes->by_level[level]));
	json_object_object_add(object, "symbols_affected",
			       new_count(changes->symbols_affected));
	json_object_object_add(object, "suppressed",
			       new_count(changes->suppressed));
	if (changes->n_consumers) {
		json_object_object_add(object, "consumers",
				       new_count(changes->n_consumers));
		json_object_object_add(object, "consumers_hit",
				       new_count(changes->n_consumers_hit));
		json_object_object_add(object, "changes_hit",
				       new_count(changes->n_changes_hit));
	}
	return object;
}

struct kabi_error *kabi_report_json(FILE *stream,
				    const struct kabi_changes *changes,
				    const struct kabi_report_options *options)
{
	(void)options;
	fprintf(stream, "{\"format\":\"kabi-report\",\"version\":1,\n\"old\":");
	kabi_json_write(stream, new_side(&changes->old_side));
	fprintf(stream, ",\n\"new\":");
	kabi_json_write(stream, new_side(&changes->new_side));
	fprintf(stream, ",\n\"summary\":");
	kabi_json_write(stream, new_summary(changes));
	fprintf(stream, ",\n\"not_compared\":");
	kabi_json_write(stream,
			kabi_json_words(changes->remarks, changes->n_remarks));
	fprintf(stream, ",\n\"changes\":[");
	for (size_t i = 0; i < changes->n_changes; i++) {
		fprintf(stream, "%s\n", i ? "," : "");
		kabi_json_write(stream,
				new_change(changes, changes->changes[i]));
	}
	fprintf(stream, "%s]}\n", changes->n_changes ? "\n" : "");
	return NULL;
}
