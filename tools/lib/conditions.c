// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * #if to #endif, and functions; see conditions.h. Reads what the preprocessor's
 * first phases read: comments, strings, lines that go on behind a backslash. It
 * evaluates nothing: an option counts that a condition names, in defined(),
 * IS_ENABLED() or by itself.
 */
#include "conditions.h"

#include <string.h>

#include "alloc.h"
#include "unite.h"

enum {
	MAX_NESTING = 256
};

enum line_kind {
	LINE_CODE,
	LINE_CONDITION,
	LINE_DIRECTIVE, /* any other */
};

/* The storage is used again. */
struct names {
	const char **list;
	size_t n;
	size_t room;
};

/* An #if that is open. */
struct level {
	unsigned int first;
	unsigned int braces; /* that were open where it began */
	bool had_else;
	struct names options;
};

/* What is declared between two `;` or behind a `}`. */
struct declaration {
	unsigned int first; /* line; 0: nothing yet */
	unsigned int braces;
	char last; /* character that is no blank */
	bool is_static;
	bool has_parameters;
	bool is_function; /* and this is in its body */
	struct names options;
};

struct reader {
	struct kabi_model *model;
	const char *at;
	const char *end;
	unsigned int line;
	struct level levels[MAX_NESTING];
	unsigned int depth;
	struct declaration declaration;
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

static void add_option(struct names *options, const char *name)
{
	kabi_array_reserve(&options->list, options->n, &options->room,
			   sizeof(*options->list));
	options->list[options->n++] = name;
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sorts the names, and has each once. Nothing when there is none. */
static void add_range(struct reader *reader, unsigned int first,
		      struct names *options)
{
	struct kabi_range range = { .first = first, .last = reader->line };
	const char **list = options->list;
	size_t n = 0;

	if (!options->n)
		return;
	qsort(list, options->n, sizeof(*list), compare_names);
	for (size_t i = 0; i < options->n; i++)
		if (!n || list[n - 1] != list[i])
			list[n++] = list[i];
	range.n_options = n;
	range.options =
		kabi_arena_alloc(&reader->model->arena, n * sizeof(*list));
	memcpy(range.options, list, n * sizeof(*list));
	kabi_array_reserve(&reader->ranges, reader->n_ranges, &reader->room,
			   sizeof(*reader->ranges));
	reader->ranges[reader->n_ranges++] = range;
}

static void end_declaration(struct declaration *declaration)
{
	struct names options = declaration->options;

	options.n = 0;
	*declaration = (struct declaration){ .options = options };
}

/* A word of code, when nothing is open that it could be a part of. */
static void code_word(struct declaration *declaration, const char *word,
		      size_t length)
{
	declaration->last = 'a';
	if (declaration->braces)
		return;
	declaration->is_static |= length == 6 && !memcmp(word, "static", 6);
	/* inline, __inline, __always_inline */
	declaration->is_static |= length >= 6 &&
				  !memcmp(word + length - 6, "inline", 6);
}

static void code_brace(struct reader *reader, char c)
{
	struct declaration *declaration = &reader->declaration;

	if (c == '{') {
		if (!declaration->braces++)
			declaration->is_function =
				declaration->is_static &&
				declaration->has_parameters &&
				declaration->last != '=';
	} else if (declaration->braces > 1) {
		declaration->braces--;
	} else {
		/* Of one brace more, too: that of extern "C". */
		if (declaration->is_function)
			add_range(reader, declaration->first,
				  &declaration->options);
		end_declaration(declaration);
	}
}

/* A character of code that is no blank and no letter. */
static void code_char(struct reader *reader, char c)
{
	struct declaration *declaration = &reader->declaration;

	if (c == '{' && declaration->last == '"') {
		end_declaration(declaration); /* extern "C" */
	} else if (c == '{' || c == '}') {
		code_brace(reader, c);
	} else if (c == ';' && !declaration->braces) {
		end_declaration(declaration);
	} else {
		declaration->has_parameters |= c == '(' && !declaration->braces;
		declaration->last = c;
	}
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

static void begin_code(struct reader *reader)
{
	if (!reader->declaration.first)
		reader->declaration.first = reader->line;
}

static void read_word(struct reader *reader, enum line_kind kind)
{
	static const char prefix[] = "CONFIG_";
	const char *word = reader->at;
	const char *name;
	size_t length;

	while (reader->at < reader->end && is_letter(*reader->at))
		reader->at++;
	length = reader->at - word;
	if (kind == LINE_CODE) {
		begin_code(reader);
		code_word(&reader->declaration, word, length);
	}
	if (kind == LINE_DIRECTIVE || length <= strlen(prefix) ||
	    memcmp(word, prefix, strlen(prefix)))
		return;
	name = kabi_model_intern(reader->model, word, length);
	if (kind == LINE_CONDITION)
		add_option(&reader->levels[reader->depth - 1].options, name);
	if (reader->declaration.first)
		add_option(&reader->declaration.options, name);
}

/*
 * The rest of a line, with what goes on behind backslashes and in comments, and
 * its newline.
 */
static struct kabi_error *read_line(struct reader *reader, enum line_kind kind)
{
	while (reader->at < reader->end) {
		char c = *reader->at;

		if (is_letter(c)) {
			read_word(reader, kind);
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
			reader->declaration.last = c;
		} else if (c != '\\' || !skip_continuation(reader)) {
			reader->at++;
			if (kind == LINE_CODE && !is_blank(c)) {
				begin_code(reader);
				code_char(reader, c);
			}
		}
	}
	return NULL;
}

static struct kabi_error *skip_blanks(struct reader *reader)
{
	while (reader->at < reader->end) {
		char c = *reader->at;

		if (is_blank(c)) {
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

static struct kabi_error *open_level(struct reader *reader, unsigned int line)
{
	struct level *level = &reader->levels[reader->depth];

	if (reader->depth == MAX_NESTING)
		return bad(line, "#if is nested too deeply");
	reader->depth++;
	level->first = line;
	level->braces = reader->declaration.braces;
	level->had_else = false;
	level->options.n = 0;
	return NULL;
}

static void close_level(struct reader *reader)
{
	struct level *level = &reader->levels[--reader->depth];

	add_range(reader, level->first, &level->options);
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
	read_word(reader, LINE_DIRECTIVE);
	length = reader->at - word;
	while (*name &&
	       (strlen(*name) != length || memcmp(word, *name, length)))
		name++;
	if (!*name)
		return read_line(reader, LINE_DIRECTIVE);
	if (name < &names[3])
		error = open_level(reader, line);
	else
		error = check_level(reader, line, *name);
	if (!error && !strcmp(*name, "endif"))
		close_level(reader);
	else if (!error)
		/* Each branch may open what is closed behind them all. */
		reader->declaration.braces =
			reader->levels[reader->depth - 1].braces;
	return error ? error
		     : read_line(reader, name < &names[6] ? LINE_CONDITION
							  : LINE_DIRECTIVE);
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
			error = read_line(reader, LINE_CODE);
		}
	}
	if (!error && reader->depth)
		error = bad(reader->levels[reader->depth - 1].first,
			    "#if without #endif");
	return error;
}

/* In order; one for what begins and ends on the same lines. */
static void sort_ranges(struct reader *reader)
{
	struct kabi_range *ranges = reader->ranges;
	size_t n = reader->n_ranges, kept = 0;

	if (n)
		qsort(ranges, n, sizeof(*ranges), kabi_unite_compare_ranges);
	for (size_t i = 0; i < n; i++) {
		if (!kept ||
		    kabi_unite_compare_ranges(&ranges[kept - 1], &ranges[i]))
			ranges[kept++] = ranges[i];
		else
			kabi_unite_ranges(&reader->model->arena,
					  &ranges[kept - 1], &ranges[i]);
	}
	reader->n_ranges = kept;
}

struct kabi_error *kabi_conditions_scan(struct kabi_model *model,
					const char *text, size_t length,
					struct kabi_range **ret, size_t *count)
{
	struct reader *reader = kabi_xcalloc(1, sizeof(*reader));
	struct kabi_error *error;

	reader->model = model;
	reader->at = text;
	reader->end = text + length;
	reader->line = 1;
	error = read_all(reader);
	sort_ranges(reader);
	*ret = NULL;
	*count = error ? 0 : reader->n_ranges;
	if (*count) {
		*ret = kabi_arena_alloc(&model->arena, *count * sizeof(**ret));
		memcpy(*ret, reader->ranges, *count * sizeof(**ret));
	}
	for (unsigned int i = 0; i < MAX_NESTING; i++)
		free(reader->levels[i].options.list);
	free(reader->declaration.options.list);
	free(reader->ranges);
	free(reader);
	return error;
}
