// SPDX-License-Identifier: GPL-2.0-or-later
/* The text baseline: header, records, trailer. */
#include "baseline.h"

#include <string.h>

#include "model-copy.h"
#include "parse.h"
#include "record-text.h"
#include "words.h"
#include "write.h"

bool kabi_baseline_probe(const char *bytes, size_t length)
{
	size_t magic = strlen(KABI_BASELINE_MAGIC);

	return length > magic && !memcmp(bytes, KABI_BASELINE_MAGIC, magic) &&
	       bytes[magic] == ' ';
}

/* "kabi-baseline 1" */
static struct kabi_error *read_version(struct kabi_scanner *scanner)
{
	struct kabi_error *error;
	uint64_t version;

	if (!kabi_baseline_probe(scanner->at, scanner->end - scanner->at))
		return kabi_scan_error(scanner, "not a kabi baseline");
	scanner->at += strlen(KABI_BASELINE_MAGIC " ");
	error = kabi_scan_number(scanner, UINT64_MAX, &version);
	if (error)
		return error;
	if (version != KABI_BASELINE_VERSION)
		return kabi_error_create(
			KABI_ERROR_UNSUPPORTED,
			"baseline format version %llu is not known "
			"(this kabi reads %d)",
			(unsigned long long)version, KABI_BASELINE_VERSION);
	return NULL;
}

/* Is the next line one of the header, and "key" its first word? Goes there. */
static bool skip_key(struct kabi_parser *parser, const char *key)
{
	struct kabi_scanner *scanner = &parser->scanner;
	const char *start = scanner->at;

	if (kabi_parse_next_line(parser, 1) == *key) {
		scanner->at += 2;
		if (kabi_scan_looking_at(scanner, key)) {
			scanner->at += strlen(key);
			if (kabi_scan_skip(scanner, ' '))
				return true;
		}
	}
	scanner->at = start;
	return false;
}

/* A line that may be there: "arch x86_64". */
static struct kabi_error *read_optional(struct kabi_parser *parser,
					const char *key, const char **ret)
{
	struct kabi_error *error;

	if (!skip_key(parser, key))
		return NULL;
	error = kabi_scan_line(&parser->scanner, ret);
	if (!error && !**ret)
		error = kabi_scan_error(&parser->scanner, "nothing there");
	return kabi_error_prefix(error, "%s", key);
}

/* A line that must be there: "origin build". */
static struct kabi_error *read_choice(struct kabi_parser *parser,
				      const char *key, const char *const *words,
				      int *ret)
{
	const char *word;
	struct kabi_error *error;
	int i;

	if (!skip_key(parser, key)) {
		kabi_scan_skip(&parser->scanner, '\n');
		kabi_scan_skip(&parser->scanner, '\t');
		error = kabi_scan_error(&parser->scanner,
					"line of the header expected");
		return kabi_error_prefix(error, "%s", key);
	}
	error = kabi_scan_line(&parser->scanner, &word);
	if (error)
		return kabi_error_prefix(error, "%s", key);
	for (i = 0; words[i]; i++) {
		if (!strcmp(words[i], word)) {
			*ret = i;
			return NULL;
		}
	}
	return kabi_error_create(KABI_ERROR_BAD_DATA, "%s: unknown value", key);
}

static struct kabi_error *read_globs(struct kabi_parser *parser)
{
	struct kabi_model *model = parser->model;
	size_t base = parser->words.used;
	struct kabi_error *error;
	const char *glob;

	for (;;) {
		glob = NULL;
		error = read_optional(parser, "public", &glob);
		if (error)
			return error;
		if (!glob)
			break;
		*(const char **)kabi_stack_push(&parser->words, sizeof(glob)) =
			glob;
	}
	model->public_globs = kabi_stack_take(&parser->words, base,
					      sizeof(glob), &model->arena,
					      &model->n_public_globs);
	return NULL;
}

/* Up to the first record. */
static struct kabi_error *read_header(struct kabi_parser *parser)
{
	struct kabi_scanner *scanner = &parser->scanner;
	struct kabi_model *model = parser->model;
	struct kabi_error *error;
	int origin, external;

	error = read_version(scanner);
	if (!error)
		error = read_optional(parser, "arch", &model->arch);
	if (!error)
		error = read_optional(parser, "release", &model->release);
	if (!error)
		error = read_choice(parser, "origin", kabi_origin_words,
				    &origin);
	if (!error)
		error = read_choice(parser, "exports", kabi_exports_words,
				    &external);
	if (!error)
		error = read_globs(parser);
	if (error)
		return error;
	model->origin = origin;
	model->exports_external = external;
	if (!kabi_scan_skip(scanner, '\n'))
		return kabi_scan_error(scanner, "expected a new line");
	if (kabi_scan_skip(scanner, '\t'))
		return kabi_scan_error(scanner,
				       "expected no more of the header");
	return NULL;
}

/* "end N" and its newline, with nothing behind them. */
static struct kabi_error *read_trailer(struct kabi_parser *parser,
				       size_t n_records)
{
	struct kabi_scanner *scanner = &parser->scanner;
	struct kabi_error *error;
	uint64_t count;

	scanner->at += strlen("end ");
	error = kabi_scan_number(scanner, UINT64_MAX, &count);
	if (error)
		return error;
	/* Without its newline the number may lack some digits. */
	if (scanner->at == scanner->end)
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "cut short in its last line");
	if (count != n_records)
		return kabi_error_create(
			KABI_ERROR_BAD_DATA,
			"holds %zu records, its last line says %llu", n_records,
			(unsigned long long)count);
	if (!kabi_scan_skip(scanner, '\n'))
		return kabi_scan_error(scanner, "expected nothing more");
	if (scanner->at != scanner->end)
		return kabi_scan_error(scanner, "more behind the last line");
	return NULL;
}

/* What the other side has too: at "next", if there is another. */
struct cuts {
	const struct kabi_common_range *next;
	const struct kabi_common_range *end;
	size_t n_dropped; /* records so far */
	const struct kabi_model *first;
	struct kabi_copier copier;
};

static void take_range(struct cuts *cuts, const struct kabi_common_range *range)
{
	if (range->copied == KABI_COMMON_DROPPED) {
		cuts->n_dropped += range->n_records;
		return;
	}
	for (size_t i = 0; i < range->n_records; i++)
		kabi_copier_add(&cuts->copier,
				cuts->first->records[range->copied + i]);
}

static struct kabi_error *read_records(struct kabi_parser *parser,
				       const char *start, const char *at,
				       const char *end, struct cuts *cuts)
{
	struct kabi_record *record;
	struct kabi_error *error;
	const char *record_end;

	for (;;) {
		for (; cuts->next < cuts->end &&
		       cuts->next->start == (size_t)(at - start);
		     cuts->next++) {
			take_range(cuts, cuts->next);
			at = start + cuts->next->end;
		}
		kabi_parser_begin(parser, at, end - at);
		if (kabi_scan_looking_at(&parser->scanner, "end "))
			return read_trailer(parser, parser->model->n_records +
							    cuts->n_dropped);
		record_end = kabi_record_text_end(at, end);
		if (record_end == end) {
			parser->scanner.at = end;
			return kabi_error_create(
				KABI_ERROR_BAD_DATA,
				"cut short: its last line must be \"end N\"");
		}
		error = kabi_parse_record(parser, at, record_end - at, &record);
		if (error)
			return error;
		at = record_end + 1;
	}
}

/* Of two variants at least their `in` lines differ. */
static struct kabi_error *check_variants(const struct kabi_model *model)
{
	struct kabi_strbuf texts[2] = { KABI_STRBUF_INIT, KABI_STRBUF_INIT };
	const struct kabi_record *twice = NULL;
	size_t i;

	for (i = 0; i < model->n_records && !twice; i++) {
		const struct kabi_record *record = model->records[i];
		const struct kabi_record *next = record->next_variant;

		if (!next)
			continue;
		kabi_strbuf_truncate(&texts[0], 0);
		kabi_strbuf_truncate(&texts[1], 0);
		kabi_write_record(&texts[0], record);
		kabi_write_record(&texts[1], next);
		if (!strcmp(texts[0].string, texts[1].string))
			twice = record;
	}
	kabi_strbuf_deinit(&texts[0]);
	kabi_strbuf_deinit(&texts[1]);
	if (!twice)
		return NULL;
	return kabi_error_create(KABI_ERROR_BAD_DATA, "%s %s: is there twice",
				 kabi_kind_name(twice->kind), twice->name);
}

struct kabi_error *kabi_baseline_finish(struct kabi_model *model)
{
	struct kabi_error *error = kabi_model_finish(model);
	size_t i = model->by_kind[KABI_KIND_EXPOSURE];

	if (!error && i < model->by_kind[KABI_KIND_EXPOSURE + 1])
		error = kabi_error_create(KABI_ERROR_BAD_DATA,
					  "exposure %s: only a section may "
					  "have that",
					  model->records[i]->name);
	return error ? error : check_variants(model);
}

struct kabi_error *kabi_baseline_header(struct kabi_model *model,
					const char *text, size_t length)
{
	kabi_parser_begin(model->parser, text, length);
	return read_header(model->parser);
}

static size_t count_lines(const char *start, const char *end)
{
	size_t lines = 1;

	while ((start = memchr(start, '\n', end - start))) {
		start++;
		lines++;
	}
	return lines;
}

struct kabi_error *kabi_baseline_read(const char *name, const char *bytes,
				      size_t length, struct kabi_model **ret)
{
	static const struct kabi_common nothing;

	return kabi_baseline_read_side(name, bytes, length, &nothing, 0, NULL,
				       ret);
}

struct kabi_error *kabi_baseline_read_side(const char *name, const char *bytes,
					   size_t length,
					   const struct kabi_common *common,
					   int side, struct kabi_model *first,
					   struct kabi_model **ret)
{
	kabi_cleanup(kabi_model_cleanup) struct kabi_model *model =
		first ? kabi_model_create_beside(first) : kabi_model_create();
	struct cuts cuts = {
		.next = common->ranges[side],
		.end = common->ranges[side] + common->n_ranges[side],
		.first = first,
	};
	struct kabi_parser *parser = model->parser;
	struct kabi_error *error;

	kabi_parser_begin(parser, bytes, length);
	error = read_header(parser);
	kabi_copier_init(&cuts.copier, model);
	if (!error)
		error = read_records(parser, bytes, parser->scanner.at,
				     bytes + length, &cuts);
	kabi_copier_deinit(&cuts.copier);
	if (error)
		return kabi_error_prefix(error, "%s:%zu", name,
					 count_lines(bytes,
						     parser->scanner.at));
	error = kabi_baseline_finish(model);
	if (error)
		return kabi_error_prefix(error, "%s", name);
	*ret = kabi_steal(&model);
	return NULL;
}

void kabi_baseline_write(FILE *stream, const struct kabi_model *model)
{
	struct kabi_strbuf buf = KABI_STRBUF_INIT;
	size_t i;

	fprintf(stream, "%s %d\n", KABI_BASELINE_MAGIC, KABI_BASELINE_VERSION);
	if (model->arch)
		fprintf(stream, "\tarch %s\n", model->arch);
	if (model->release)
		fprintf(stream, "\trelease %s\n", model->release);
	fprintf(stream, "\torigin %s\n", kabi_origin_words[model->origin]);
	fprintf(stream, "\texports %s\n",
		kabi_exports_words[model->exports_external]);
	for (i = 0; i < model->n_public_globs; i++)
		fprintf(stream, "\tpublic %s\n", model->public_globs[i]);

	for (i = 0; i < model->n_records; i++) {
		kabi_strbuf_truncate(&buf, 0);
		kabi_write_record(&buf, model->records[i]);
		kabi_strbuf_add_char(&buf, '\n');
		fwrite(buf.string, 1, buf.length, stream);
	}
	fprintf(stream, "end %zu\n", model->n_records);
	kabi_strbuf_deinit(&buf);
}
