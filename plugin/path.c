// SPDX-License-Identifier: GPL-2.0-or-later
// Names of source files: see path.h.

#include "path.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define MAX_ROOTS 4

/* A file that is farther from the main file than this is only named. */
#define MAX_PARENTS 3
#define PARENTS "../../../"

struct kabi_paths {
	char *cwd;
	char *roots[MAX_ROOTS]; /* absolute, clean */
	int n_roots;
	char *main;   /* the main file's directory, absolute, clean */
	char **names; /* hash table of all names handed out */
	size_t n_names;
	size_t room; /* a power of two */
};

static void free_cleanup(void *pointer)
{
	free(*(void **)pointer);
}

/* "/a/./b//../c" becomes "/a/c". Returns a new string. */
static char *clean(const char *cwd, const char *path)
{
	size_t cwd_length = *path == '/' ? 0 : strlen(cwd);
	char *result = malloc(cwd_length + strlen(path) + 3);
	char *to = result;
	const char *parts[] = { cwd_length ? cwd : "", path };

	if (!result)
		return NULL;
	for (int i = 0; i < 2; i++) {
		const char *at = parts[i];

		while (*at) {
			size_t length = strcspn(at, "/");

			if (length == 2 && !memcmp(at, "..", 2)) {
				while (to > result && *--to != '/')
					;
			} else if (length && !(length == 1 && *at == '.')) {
				*to++ = '/';
				memcpy(to, at, length);
				to += length;
			}
			at += length;
			at += *at == '/';
		}
	}
	*to = '\0';
	return result;
}

struct kabi_paths *kabi_paths_create(const char *cwd)
{
	struct kabi_paths *paths = calloc(1, sizeof(*paths));

	if (!paths)
		return NULL;
	paths->cwd = clean("", cwd);
	paths->room = 1024;
	paths->names = calloc(paths->room, sizeof(*paths->names));
	if (!paths->cwd || !paths->names) {
		kabi_paths_destroy(paths);
		return NULL;
	}
	return paths;
}

void kabi_paths_destroy(struct kabi_paths *paths)
{
	if (!paths)
		return;
	for (int i = 0; i < paths->n_roots; i++)
		free(paths->roots[i]);
	for (size_t i = 0; paths->names && i < paths->room; i++)
		free(paths->names[i]);
	free(paths->names);
	free(paths->main);
	free(paths->cwd);
	free(paths);
}

bool kabi_paths_add_root(struct kabi_paths *paths, const char *directory)
{
	char *root;

	if (paths->n_roots == MAX_ROOTS)
		return true;
	root = clean(paths->cwd, directory);
	if (!root)
		return false;
	paths->roots[paths->n_roots++] = root;
	return true;
}

bool kabi_paths_set_main(struct kabi_paths *paths, const char *file)
{
	char *slash;

	free(paths->main);
	paths->main = clean(paths->cwd, file);
	if (!paths->main)
		return false;
	slash = strrchr(paths->main, '/');
	if (slash)
		*slash = '\0';
	return true;
}

/* What follows "directory/" in path, or NULL. */
static const char *below(const char *directory, const char *path)
{
	size_t length = strlen(directory);

	if (strncmp(path, directory, length) || path[length] != '/')
		return NULL;
	return path + length + 1;
}

/* The same for the innermost root. */
static const char *below_root(struct kabi_paths *paths, const char *path)
{
	const char *shortest = NULL;

	for (int i = 0; i < paths->n_roots; i++) {
		const char *name = below(paths->roots[i], path);

		if (name && (!shortest || name > shortest))
			shortest = name;
	}
	return shortest;
}

static size_t hash(const char *name)
{
	uint64_t value = 0xcbf29ce484222325;

	for (; *name; name++)
		value = (value ^ (unsigned char)*name) * 0x100000001b3;
	return value ^ value >> 32;
}

static char **find(char **names, size_t room, const char *name)
{
	size_t at = hash(name);

	while (names[at & (room - 1)] && strcmp(names[at & (room - 1)], name))
		at++;
	return &names[at & (room - 1)];
}

static bool grow(struct kabi_paths *paths)
{
	size_t room = 2 * paths->room;
	char **names = calloc(room, sizeof(*names));

	if (!names)
		return false;
	for (size_t i = 0; i < paths->room; i++) {
		if (paths->names[i])
			*find(names, room, paths->names[i]) = paths->names[i];
	}
	free(paths->names);
	paths->names = names;
	paths->room = room;
	return true;
}

/* "BEFORE NAME AFTER" as a string that lives with "paths". */
static const char *intern(struct kabi_paths *paths, const char *before,
			  const char *name, const char *after)
{
	kabi_cleanup(free_cleanup) char *text = NULL;
	char **found;

	if (2 * paths->n_names >= paths->room && !grow(paths))
		return NULL;
	text = malloc(strlen(before) + strlen(name) + strlen(after) + 1);
	if (!text)
		return NULL;
	stpcpy(stpcpy(stpcpy(text, before), name), after);
	found = find(paths->names, paths->room, text);
	if (!*found) {
		*found = kabi_steal(&text);
		paths->n_names++;
	}
	return *found;
}

/* "../common/foo.h" when the main file is not far away, or NULL. */
static const char *near_main(struct kabi_paths *paths, const char *path)
{
	kabi_cleanup(free_cleanup) char *directory = NULL;
	const char *rest;

	if (!paths->main)
		return NULL;
	directory = strdup(paths->main);
	for (int parents = 0; directory && parents <= MAX_PARENTS; parents++) {
		char *slash = strrchr(directory, '/');

		rest = below(directory, path);
		if (rest && *directory)
			return intern(paths,
				      PARENTS + 3 * (MAX_PARENTS - parents),
				      rest, "");
		if (!slash)
			break;
		*slash = '\0';
	}
	return NULL;
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

const char *kabi_paths_name(struct kabi_paths *paths, const char *file,
			    const char *mapped)
{
	kabi_cleanup(free_cleanup) char *path = NULL;
	const char *name;

	/* "<stdin>" and the like. */
	if (*file == '<')
		return intern(paths, "", file, "");
	if (*mapped != '/' && strcmp(file, mapped)) {
		path = clean("", mapped);
		return path && *path ? intern(paths, "", path + 1, "") : NULL;
	}
	path = clean(paths->cwd, file);
	if (!path)
		return NULL;
	name = below_root(paths, path);
	if (name)
		return intern(paths, "", name, "");
	name = near_main(paths, path);
	if (name)
		return name;
	return intern(paths, "<", base_name(path), ">");
}

const char *kabi_paths_system_name(struct kabi_paths *paths, const char *file,
				   const char *include)
{
	kabi_cleanup(free_cleanup) char *path = clean(paths->cwd, file);
	kabi_cleanup(free_cleanup) char *directory =
		clean(paths->cwd, include ? include : "");
	const char *name = NULL;

	if (!path || !directory)
		return NULL;
	if (include)
		name = below(directory, path);
	return intern(paths, "<", name ? name : base_name(path), ">");
}
