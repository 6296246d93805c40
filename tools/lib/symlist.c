// SPDX-License-Identifier: GPL-2.0-or-later
/* Reads allow-lists into a sorted array of names. */
#include "symlist.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "ptrmap.h"
#include "reach.h"

struct kabi_symlist {
	char **names; /* sorted, without repetition */
	size_t n;
	size_t room;
};

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool is_symbol(const char *word)
{
	if (!*word)
		return false;
	for (; *word; word++) {
		if (!isalnum((unsigned char)*word) && !strchr("_.$", *word))
			return false;
	}
	return true;
}

/* Cuts the comment and the blanks at both ends off; changes the line. */
static char *trim(char *line)
{
	char *end;

	line[strcspn(line, "#")] = '\0';
	while (isspace((unsigned char)*line))
		line++;
	end = line + strlen(line);
	while (end > line && isspace((unsigned char)end[-1]))
		*--end = '\0';
	return line;
}

static struct kabi_error *read_line(struct kabi_symlist *list, char *line,
				    size_t length)
{
	if (strlen(line) != length)
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "holds a NUL byte");
	line = trim(line);
	if (!*line)
		return NULL;
	if (line[0] == '[' && line[strlen(line) - 1] == ']')
		return NULL;
	if (!is_symbol(line))
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "'%.40s' is not the name of a symbol",
					 line);
	kabi_array_reserve(&list->names, list->n, &list->room,
			   sizeof(*list->names));
	list->names[list->n++] = kabi_xstrdup(line);
	return NULL;
}

static struct kabi_error *read_stream(struct kabi_symlist *list, FILE *stream,
				      const char *path)
{
	kabi_cleanup(kabi_free_cleanup) char *line = NULL;
	struct kabi_error *error = NULL;
	unsigned long number = 0;
	size_t room = 0;
	ssize_t length;

	while (!error && (length = getline(&line, &room, stream)) >= 0) {
		number++;
		error = kabi_error_prefix(read_line(list, line, length),
					  "%s:%lu", path, number);
	}
	if (!error && ferror(stream))
		error = kabi_error_errno(errno, "%s", path);
	return error;
}

static void sort_names(struct kabi_symlist *list)
{
	size_t n = 0;

	if (!list->n)
		return;
	qsort(list->names, list->n, sizeof(*list->names), compare_names);
	for (size_t i = 0; i < list->n; i++) {
		if (n && !strcmp(list->names[n - 1], list->names[i]))
			free(list->names[i]);
		else
			list->names[n++] = list->names[i];
	}
	list->n = n;
}

struct kabi_error *kabi_symlist_read(const char *path,
				     struct kabi_symlist **ret)
{
	bool is_stdin = !strcmp(path, "-");
	FILE *stream = is_stdin ? stdin : fopen(path, "re");
	struct kabi_symlist *list;
	struct kabi_error *error;

	if (!stream)
		return kabi_error_errno(errno, "%s", path);
	list = kabi_xcalloc(1, sizeof(*list));
	error = read_stream(list, stream, is_stdin ? "standard input" : path);
	if (!is_stdin)
		fclose(stream);
	if (error) {
		kabi_symlist_destroy(list);
		return error;
	}
	sort_names(list);
	*ret = list;
	return NULL;
}

struct kabi_symlist *kabi_symlist_create(const char *const *names, size_t n)
{
	struct kabi_symlist *list = kabi_xcalloc(1, sizeof(*list));

	list->names = kabi_xcalloc(n + 1, sizeof(*list->names));
	for (size_t i = 0; i < n; i++)
		list->names[list->n++] = kabi_xstrdup(names[i]);
	sort_names(list);
	return list;
}

void kabi_symlist_destroy(struct kabi_symlist *list)
{
	if (!list)
		return;
	for (size_t i = 0; i < list->n; i++)
		free(list->names[i]);
	free(list->names);
	free(list);
}

bool kabi_symlist_has(const struct kabi_symlist *list, const char *symbol)
{
	return list->n && bsearch(&symbol, list->names, list->n,
				  sizeof(*list->names), compare_names);
}

struct filter {
	const struct kabi_symlist *list;
	const struct kabi_reach *reach;
	struct kabi_ptrmap kept; /* records, without values */
};

static bool is_kept(const struct filter *filter,
		    const struct kabi_record *record)
{
	switch (record->kind) {
	case KABI_KIND_EXPORT:
		return kabi_symlist_has(filter->list, record->name);
	case KABI_KIND_STRUCT:
	case KABI_KIND_UNION:
	case KABI_KIND_TYPEDEF:
	case KABI_KIND_FUNCTION:
	case KABI_KIND_VARIABLE:
		return kabi_reach_any(filter->reach, record);
	default:
		return true;
	}
}

static bool was_kept(void *context, const struct kabi_record *record)
{
	const struct filter *filter = context;
	uint32_t value;

	return kabi_ptrmap_get(&filter->kept, record, &value);
}

void kabi_symlist_missing(const struct kabi_symlist *list,
			  struct kabi_model *const *models, size_t n,
			  void (*missing)(void *context, const char *symbol),
			  void *context)
{
	for (size_t i = 0; i < list->n; i++) {
		size_t with = 0;

		while (with < n &&
		       !kabi_model_find(models[with], KABI_KIND_EXPORT,
					list->names[i]))
			with++;
		if (with == n)
			missing(context, list->names[i]);
	}
}

void kabi_symlist_filter(struct kabi_model *model,
			 const struct kabi_symlist *list)
{
	struct kabi_reach *reach = kabi_reach_create_listed(model, list);
	struct filter filter = { .list = list, .reach = reach };

	/* The reach asks the model, which changes while it is filtered. */
	kabi_ptrmap_init(&filter.kept);
	for (size_t i = 0; i < model->n_records; i++) {
		if (is_kept(&filter, model->records[i]))
			kabi_ptrmap_set(&filter.kept, model->records[i], 0);
	}
	kabi_model_filter(model, was_kept, &filter);
	kabi_ptrmap_deinit(&filter.kept);
	kabi_reach_destroy(reach);
}
