// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * #if to #endif; see conditions.h. Reads what the preprocessor's first phases
 * read: comments, strings, lines that go on behind a backslash. It evaluates
 * nothing: an option counts that a condition names, in defined(), IS_ENABLED()
 * or by itself.
 */
#include "conditions.h"

#include <string.h>

#include "alloc.h"

enum {
	MAX_NESTING = 256
};

/* An #if that is open. The storage of "options" is used again. */
struct level {
	unsigned int first;
	size_t range; /* its place among the ranges */
	bool had_else;
	const char **options;
	size_t n_options;
	size_t room;
};

struct reader {
	struct kabi_model *model;
	const char *at;
	const char *end;
	unsigned int line;
	struct level levels[MAX_NESTING];
	unsigned int depth;
	struct kabi_range *ranges;
	size_t n_ranges;
	size_t room;
};

static struct kabi_error *bad(unsigned int line, const char *what)
{
	return kabi_error_create(KABI_ERROR_BAD_DATA, "%u: %s", line, what);
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '_';
}

static char peek(const struct reader *reader, size_t offset)
{
	return (size_t)(reader->end - reader->at) > offset ? reader->at[offset]
							   : '\0';
}

/* A backslash and the end of the line; blanks between them count for nothing.
 */
static bool skip_continuation(struct reader *reader)
{
	const char *at = reader->at + 1;

	while (at < reader->end && (*at == ' ' || *at == '\t' || *at == '\r'))
		at++;
	if (at == reader->end || *at != '\n')
		return false;
	reader->at = at + 1;
	reader->line++;
	return true;
}

/* From the slash. */
static struct kabi_error *skip_comment(struct reader *reader)
{
	unsigned int first = reader->line;

	for (reader->at += 2; reader->at < reader->end; reader->at++) {
		if (*reader->at == '\n') {
			reader->line++;
		} else if (*reader->at == '*' && peek(reader, 1) == '/') {
			reader->at += 2;
			return NULL;
		}
	}
	return bad(first, "a comment without end");
}

/* To the newline, which stays; a backslash joins the next line. */
static void skip_line_comment(struct reader *reader)
{
	while (reader->at < reader->end && *reader->at != '\n') {
		if (*reader->at != '\\' || !skip_continuation(reader))
			reader->at++;
	}
}

/*
 * From the quote to the one that closes it, or to the end of the line: in text
 * that is skipped, and in #error, an apostrophe may stand alone.
 */
static void skip_quoted(struct reader *reader)
{
	char quote = *reader->at++;

	while (reader->at < reader->end && *reader->at != '\n') {
		char c = *reader->at;

		if (c == '\\') {
			if (skip_continuation(reader))
				continue;
			/* What is behind it closes nothing. */
			reader->at += peek(reader, 1) == '\n' ? 1 : 2;
			if (reader->at > reader->end)
				reader->at = reader->end;
			continue;
		}
		reader->at++;
		if (c == quote)
			return;
	}
}

static void add_option(struct reader *reader, const char *name, size_t length)
{
	struct level *level = &reader->levels[reader->depth - 1];

	kabi_array_reserve(&level->options, level->n_options, &level->room,
			   sizeof(*level->options));
	level->options[level->n_options++] =
		kabi_model_intern(reader->model, name, length);
}

static void read_word(struct reader *reader, bool is_condition)
{
	static const char prefix[] = "CONFIG_";
	const char *word = reader->at;
	size_t length;

	while (reader->at < reader->end && is_letter(*reader->at))
		reader->at++;
	length = reader->at - word;
	if (is_condition && length > strlen(prefix) &&
	    !memcmp(word, prefix, strlen(prefix)))
		add_option(reader, word, length);
}

/*
 * The rest of a line, with what goes on behind backslashes and in comments, and
 * its newline. Of a condition, the options are taken.
 */
static struct kabi_error *read_line(struct reader *reader, bool is_condition)
{
	while (reader->at < reader->end) {
		char c = *reader->at;

		if (is_letter(c)) {
			read_word(reader, is_condition);
		} else if (c == '\n') {
			reader->at++;
			reader->line++;
			return NULL;
		} else if (c == '/' && peek(reader, 1) == '*') {
			struct kabi_error *error = skip_comment(reader);

			if (error)
				return error;
		} else if (c == '/' && peek(reader, 1) == '/') {
			skip_line_comment(reader);
		} else if (c == '"' || c == '\'') {
			skip_quoted(reader);
		} else if (c != '\\' || !skip_continuation(reader)) {
			reader->at++;
		}
	}
	return NULL;
}

static struct kabi_error *skip_blanks(struct reader *reader)
{
	while (reader->at < reader->end) {
		char c = *reader->at;

		if (c == ' ' || c == '\t' || c == '\r' || c == '\f' ||
		    c == '\v') {
			reader->at++;
		} else if (c == '/' && peek(reader, 1) == '*') {
			struct kabi_error *error = skip_comment(reader);

			if (error)
				return error;
		} else if (c != '\\' || !skip_continuation(reader)) {
			return NULL;
		}
	}
	return NULL;
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sorted, each once. */
static void set_options(struct reader *reader, struct kabi_range *range,
			const struct level *level)
{
	const char **options = level->options;
	size_t n = 0;

	qsort(options, level->n_options, sizeof(*options), compare_names);
	for (size_t i = 0; i < level->n_options; i++)
		if (!n || options[n - 1] != options[i])
			options[n++] = options[i];
	range->options =
		kabi_arena_alloc(&reader->model->arena, n * sizeof(*options));
	memcpy(range->options, options, n * sizeof(*options));
	range->n_options = n;
}

static struct kabi_error *open_level(struct reader *reader, unsigned int line)
{
	struct level *level = &reader->levels[reader->depth];

	if (reader->depth == MAX_NESTING)
		return bad(line, "#if is nested too deeply");
	reader->depth++;
	level->first = line;
	level->range = reader->n_ranges;
	level->had_else = false;
	level->n_options = 0;
	kabi_array_reserve(&reader->ranges, reader->n_ranges, &reader->room,
			   sizeof(*reader->ranges));
	reader->ranges[reader->n_ranges++] = (struct kabi_range){ 0 };
	return NULL;
}

static void close_level(struct reader *reader, unsigned int line)
{
	struct level *level = &reader->levels[--reader->depth];
	struct kabi_range *range = &reader->ranges[level->range];

	range->first = level->first;
	range->last = line;
	if (level->n_options)
		set_options(reader, range, level);
	else if (level->range == reader->n_ranges - 1)
		reader->n_ranges--;
}

/* #else, #elif and #endif belong to something. */
static struct kabi_error *check_level(struct reader *reader, unsigned int line,
				      const char *word)
{
	struct level *level = reader->depth ? &reader->levels[reader->depth - 1]
					    : NULL;

	if (!level)
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "%u: #%s without #if", line, word);
	if (!strcmp(word, "endif"))
		return NULL;
	if (level->had_else)
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "%u: #%s after #else", line, word);
	level->had_else = !strcmp(word, "else");
	return NULL;
}

/* From behind the `#`. */
static struct kabi_error *read_directive(struct reader *reader)
{
	static const char *const names[] = { "if",   "ifdef",	"ifndef",
					     "elif", "elifdef", "elifndef",
					     "else", "endif",	NULL };
	unsigned int line = reader->line;
	struct kabi_error *error = skip_blanks(reader);
	const char *word = reader->at;
	const char *const *name = names;
	size_t length;

	if (error)
		return error;
	read_word(reader, false);
	length = reader->at - word;
	while (*name &&
	       (strlen(*name) != length || memcmp(word, *name, length)))
		name++;
	if (!*name)
		return read_line(reader, false);
	if (name < &names[3])
		error = open_level(reader, line);
	else
		error = check_level(reader, line, *name);
	if (!error && !strcmp(*name, "endif"))
		close_level(reader, line);
	return error ? error : read_line(reader, name < &names[6]);
}

static struct kabi_error *read_all(struct reader *reader)
{
	struct kabi_error *error = NULL;

	while (!error && reader->at < reader->end) {
		error = skip_blanks(reader);
		if (error)
			return error;
		if (peek(reader, 0) == '#') {
			reader->at++;
			error = read_directive(reader);
		} else {
			error = read_line(reader, false);
		}
	}
	if (!error && reader->depth)
		error = bad(reader->levels[reader->depth - 1].first,
			    "#if without #endif");
	return error;
}

struct kabi_error *kabi_conditions_scan(struct kabi_model *model,
					const char *text, size_t length,
					struct kabi_range **ret, size_t *count)
{
	struct reader *reader = kabi_xcalloc(1, sizeof(*reader));
	struct kabi_error *error;
	size_t n = 0;

	reader->model = model;
	reader->at = text;
	reader->end = text + length;
	reader->line = 1;
	error = read_all(reader);
	for (size_t i = 0; i < reader->n_ranges; i++)
		if (reader->ranges[i].n_options)
			reader->ranges[n++] = reader->ranges[i];
	*ret = NULL;
	*count = error ? 0 : n;
	if (*count) {
		*ret = kabi_arena_alloc(&model->arena, n * sizeof(**ret));
		memcpy(*ret, reader->ranges, n * sizeof(**ret));
	}
	for (unsigned int i = 0; i < MAX_NESTING; i++)
		free(reader->levels[i].options);
	free(reader->ranges);
	free(reader);
	return error;
}
