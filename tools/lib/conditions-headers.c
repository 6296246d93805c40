// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The headers of a model, found in the trees it was built from; see
 * conditions.h. Their names come from records, so that they are not trusted.
 */
#include "conditions.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alloc.h"
#include "escape.h"
#include "ptrmap.h"
#include "strbuf.h"
#include "unite.h"

enum {
	NAMES_TOLD = 3
};

struct headers {
	struct kabi_model *model;
	struct kabi_notices *notices;
	const char *const *builds;
	int (*roots)[2]; /* of each build: it and its source tree; -1: none */
	size_t n_builds;
	const char **names; /* interned, sorted */
	size_t n_names;
	size_t room;
	struct kabi_ptrmap conditions; /* name -> place among the records */
	char *text;		       /* of one file */
	size_t text_room;
	/* Of the build directory that is read. */
	size_t missing;
	struct kabi_strbuf missing_names;
};

/* Neither a source file nor a system header. */
static bool is_header(const char *name)
{
	size_t length = strlen(name);

	return *name != '<' &&
	       (length < 2 || name[length - 2] != '.' ||
		(name[length - 1] != 'c' && name[length - 1] != 'S'));
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void find_names(struct headers *headers)
{
	const struct kabi_model *model = headers->model;
	struct kabi_ptrmap seen;

	kabi_ptrmap_init(&seen);
	for (size_t i = 0; i < model->n_records; i++) {
		const struct kabi_record *record = model->records[i];
		uint32_t none;

		if (record->kind == KABI_KIND_CONDITIONS)
			kabi_ptrmap_set(&headers->conditions, record->name, i);
		if (!record->file ||
		    kabi_ptrmap_get(&seen, record->file, &none))
			continue;
		kabi_ptrmap_set(&seen, record->file, 0);
		if (!is_header(record->file))
			continue;
		kabi_array_reserve(&headers->names, headers->n_names,
				   &headers->room, sizeof(*headers->names));
		headers->names[headers->n_names++] = record->file;
	}
	kabi_ptrmap_deinit(&seen);
	if (headers->n_names)
		qsort(headers->names, headers->n_names, sizeof(*headers->names),
		      compare_names);
}

/* Does the name stay below the directory it is looked for in? */
static bool is_inside(const char *name)
{
	if (*name == '/' || !*name)
		return false;
	for (const char *part = name; part;) {
		size_t length = strcspn(part, "/");

		if (length == 2 && !memcmp(part, "..", 2))
			return false;
		part = part[length] ? part + length + 1 : NULL;
	}
	return true;
}

/* A regular file of a sane size, or -1: no pipe may keep us waiting. */
static int open_header(int root, const char *name, size_t *size)
{
	int file = openat(root, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat st;

	if (file < 0)
		return -1;
	if (fstat(file, &st) || !S_ISREG(st.st_mode) || st.st_size < 0 ||
	    (uintmax_t)st.st_size > KABI_CONDITIONS_MAX_FILE) {
		close(file);
		return -1;
	}
	*size = st.st_size;
	return file;
}

static bool read_whole(struct headers *headers, int file, size_t size)
{
	size_t done = 0;

	if (size > headers->text_room) {
		free(headers->text);
		headers->text_room = 2 * size;
		headers->text = kabi_xmalloc(headers->text_room);
	}
	while (done < size) {
		ssize_t got = read(file, headers->text + done, size - done);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return false;
		done += got;
	}
	return true;
}

/* The object tree is asked first: what is generated is nowhere else. */
static bool read_header(struct headers *headers, size_t build, const char *name,
			size_t *size)
{
	if (!is_inside(name))
		return false;
	for (int i = 0; i < 2; i++) {
		int root = headers->roots[build][i];
		int file = root < 0 ? -1 : open_header(root, name, size);
		bool good;

		if (file < 0)
			continue;
		good = read_whole(headers, file, *size);
		close(file);
		return good;
	}
	return false;
}

static void add_ranges(struct headers *headers, const char *name,
		       struct kabi_range *ranges, size_t count)
{
	struct kabi_model *model = headers->model;
	struct kabi_record *record;
	uint32_t place;

	if (kabi_ptrmap_get(&headers->conditions, name, &place)) {
		struct kabi_record more = {
			.kind = KABI_KIND_CONDITIONS,
			.name = name,
			.ranges = ranges,
			.n_ranges = count,
		};

		kabi_unite_record(model, model->records[place], &more);
		return;
	}
	kabi_ptrmap_set(&headers->conditions, name, model->n_records);
	record = kabi_model_add_empty(model, KABI_KIND_CONDITIONS, name);
	record->ranges = ranges;
	record->n_ranges = count;
}

/* For a message: whatever the name holds, it must not look like another one. */
static void add_missing(struct headers *headers, const char *name)
{
	struct kabi_strbuf *names = &headers->missing_names;

	if (headers->missing++ >= NAMES_TOLD)
		return;
	if (names->length)
		kabi_strbuf_add(names, ", ");
	kabi_escape_add(names, name, KABI_ESCAPE_VALUE);
}

static void add_header(struct headers *headers, size_t build, const char *name)
{
	struct kabi_range *ranges;
	struct kabi_error *error;
	size_t size, count;

	if (!read_header(headers, build, name, &size)) {
		add_missing(headers, name);
		return;
	}
	error = kabi_conditions_scan(headers->model, headers->text, size,
				     &ranges, &count);
	if (error)
		kabi_notices_add(headers->notices, KABI_TOPIC_PROBLEM,
				 "%s: %s:%s: no conditions for it",
				 headers->builds[build], name, error->message);
	else if (count)
		add_ranges(headers, name, ranges, count);
	kabi_error_destroy(error);
}

static void add_build(struct headers *headers, size_t build)
{
	headers->missing = 0;
	headers->missing_names = (struct kabi_strbuf)KABI_STRBUF_INIT;
	for (size_t i = 0; i < headers->n_names; i++)
		add_header(headers, build, headers->names[i]);
	if (headers->missing)
		kabi_notices_add(headers->notices, KABI_TOPIC_COVERAGE,
				 "%s: %zu header%s could not be read (%s%s): "
				 "no conditions for %s",
				 headers->builds[build], headers->missing,
				 headers->missing == 1 ? "" : "s",
				 headers->missing_names.string,
				 headers->missing > NAMES_TOLD ? " ..." : "",
				 headers->missing == 1 ? "it" : "them");
	kabi_strbuf_deinit(&headers->missing_names);
}

static void open_roots(struct headers *headers)
{
	static const int flags = O_PATH | O_DIRECTORY | O_CLOEXEC;

	headers->roots =
		kabi_xcalloc(headers->n_builds, sizeof(*headers->roots));
	for (size_t i = 0; i < headers->n_builds; i++) {
		int *roots = headers->roots[i];

		roots[0] = open(headers->builds[i], flags);
		/* Left by kbuild when objects go to a directory of their own.
		 */
		roots[1] = roots[0] < 0 ? -1
					: openat(roots[0], "source", flags);
	}
}

static void close_roots(struct headers *headers)
{
	for (size_t i = 0; i < headers->n_builds; i++)
		for (int j = 0; j < 2; j++)
			if (headers->roots[i][j] >= 0)
				close(headers->roots[i][j]);
	free(headers->roots);
}

void kabi_conditions_add(struct kabi_model *model, const char *const *builds,
			 size_t n_builds, struct kabi_notices *notices)
{
	struct headers headers = {
		.model = model,
		.notices = notices,
		.builds = builds,
		.n_builds = n_builds,
	};

	if (!n_builds)
		return;
	kabi_ptrmap_init(&headers.conditions);
	find_names(&headers);
	open_roots(&headers);
	for (size_t i = 0; i < n_builds; i++)
		add_build(&headers, i);
	close_roots(&headers);
	kabi_ptrmap_deinit(&headers.conditions);
	free(headers.names);
	free(headers.text);
}
