// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The model's life and the questions to it. model-link.c finishes it, type.c
 * has the questions to types, parse*.c and write.c are its text.
 */
#include "model.h"

#include <assert.h>
#include <string.h>

#include "glob.h"
#include "model-link.h"
#include "parse.h"
#include "strtab.h"

static const char *const kind_names[KABI_KIND_COUNT] = {
#define KABI_KIND(id, word) word,
#include <kabi/records.def>
#undef KABI_KIND
};

const char *kabi_kind_name(enum kabi_kind kind)
{
	return kind < KABI_KIND_COUNT ? kind_names[kind] : "record";
}

bool kabi_kind_parse(const char *word, size_t length, enum kabi_kind *ret)
{
	unsigned int kind;

	for (kind = 0; kind < KABI_KIND_COUNT; kind++) {
		if (length && kind_names[kind][0] == word[0] &&
		    strlen(kind_names[kind]) == length &&
		    !memcmp(kind_names[kind], word, length)) {
			*ret = kind;
			return true;
		}
	}
	return false;
}

static struct kabi_model *create(struct kabi_strtab *strings)
{
	struct kabi_model *model = kabi_xcalloc(1, sizeof(*model));

	kabi_arena_init(&model->arena);
	model->lent_strings = strings != NULL;
	model->strings = strings ? strings : kabi_strtab_create(&model->arena);
	model->types = kabi_strtab_create(&model->arena);
	model->parser = kabi_parser_create(model);
	return model;
}

struct kabi_model *kabi_model_create(void)
{
	return create(NULL);
}

struct kabi_model *kabi_model_create_beside(struct kabi_model *other)
{
	return create(other->strings);
}

void kabi_model_destroy(struct kabi_model *model)
{
	if (!model)
		return;
	kabi_parser_destroy(model->parser);
	kabi_strtab_destroy(model->types);
	if (!model->lent_strings)
		kabi_strtab_destroy(model->strings);
	kabi_arena_deinit(&model->arena);
	free(model->records);
	free(model->index);
	free(model);
}

const char *kabi_model_intern(struct kabi_model *model, const char *string,
			      size_t length)
{
	return kabi_strtab_intern(model->strings, string, length);
}

struct kabi_error *kabi_model_add(struct kabi_model *model, const char *text,
				  size_t length, struct kabi_record **ret)
{
	struct kabi_record *record;
	struct kabi_error *error;

	assert(!model->finished);
	error = kabi_parse_record(model->parser, text, length, &record);
	if (!error && ret)
		*ret = record;
	return error;
}

struct kabi_error *kabi_model_add_type(struct kabi_model *model,
				       const char *text, size_t length,
				       const struct kabi_type **ret)
{
	struct kabi_parser *parser = model->parser;
	struct kabi_error *error;

	assert(!model->finished);
	kabi_parser_begin(parser, text, length);
	error = kabi_parse_type_line(parser, 0, 0, ret);
	if (!error && parser->scanner.at != parser->scanner.end)
		error = kabi_scan_error(&parser->scanner,
					"expected nothing more");
	return error;
}

struct kabi_record *kabi_model_add_empty(struct kabi_model *model,
					 enum kabi_kind kind, const char *name)
{
	struct kabi_record *record =
		kabi_arena_alloc(&model->arena, sizeof(*record));

	assert(!model->finished);
	record->kind = kind;
	record->filled = true;
	record->name = kabi_model_intern(model, name, strlen(name));
	kabi_parser_add_record(model->parser, record);
	return record;
}

const struct kabi_record *kabi_model_find(const struct kabi_model *model,
					  enum kabi_kind kind, const char *name)
{
	const char *interned =
		kabi_strtab_find(model->strings, name, strlen(name));

	return interned ? kabi_link_find(model, kind, interned) : NULL;
}

void kabi_model_filter(struct kabi_model *model,
		       bool (*keep)(void *context,
				    const struct kabi_record *record),
		       void *context)
{
	size_t i, kept = 0;

	assert(model->finished);
	for (i = 0; i < model->n_records; i++) {
		if (keep(context, model->records[i]))
			model->records[kept++] = model->records[i];
	}
	model->n_records = kept;
	kabi_link_records(model);
}

bool kabi_model_is_private(const struct kabi_model *model,
			   const struct kabi_record *record)
{
	size_t i;

	if (model->origin != KABI_ORIGIN_BUILD || !record->file)
		return false;
	for (i = 0; i < model->n_public_globs; i++) {
		if (kabi_glob_match(model->public_globs[i], record->file))
			return false;
	}
	return true;
}
