// SPDX-License-Identifier: GPL-2.0-or-later
// Where something stands in the source: see where.h.

#include "gcc-compat.h"

#include "path.h"
#include "where.h"

/*
 * kbuild compiles every file of a kernel with -include of the first of these,
 * and that includes the second. The first lies in the source tree, the second
 * in the object tree; they are the first two files that are read.
 */
#define SOURCE_MARK "include/linux/kconfig.h"
#define OBJECT_MARK "include/generated/autoconf.h"

static struct kabi_paths *paths;

/* cpp's name of a file, by address, to ours: a file has one name in cpp. */
static hash_map<const char *, const char *> *names;

/* Is path "DIRECTORY/mark"? Then the directory, in ret. */
static bool find_directory(const char *path, const char *mark, char **ret)
{
	size_t length = strlen(path);
	size_t mark_length = strlen(mark);

	if (length < mark_length || strcmp(path + length - mark_length, mark))
		return false;
	length -= mark_length;
	if (length && path[length - 1] != '/')
		return false;
	*ret = length ? xstrndup(path, length) : xstrdup(".");
	return true;
}

static bool add_roots(const char *cwd)
{
	char *source = NULL;
	char *object = NULL;
	bool good = true;

	for (unsigned int i = 0; i < LINEMAPS_ORDINARY_USED(line_table); i++) {
		const line_map_ordinary *map =
			LINEMAPS_ORDINARY_MAP_AT(line_table, i);
		const char *file = ORDINARY_MAP_FILE_NAME(map);

		if (!source && find_directory(file, SOURCE_MARK, &source))
			continue;
		if (source && find_directory(file, OBJECT_MARK, &object))
			break;
	}
	if (object)
		good = kabi_paths_add_root(paths, object);
	if (source)
		good = good && kabi_paths_add_root(paths, source);
	else
		good = good && kabi_paths_add_root(paths, cwd);
	free(source);
	free(object);
	return good;
}

static const char *main_file(void)
{
	return main_input_filename && *main_input_filename ? main_input_filename
							   : "<stdin>";
}

void kabi_where_init(void)
{
	const char *cwd = get_src_pwd();

	names = new hash_map<const char *, const char *>(512);
	paths = kabi_paths_create(cwd);
	if (!paths || !add_roots(cwd) ||
	    !kabi_paths_set_main(paths, main_file()))
		fatal_error(UNKNOWN_LOCATION, "kabi: out of memory");
}

void kabi_where_deinit(void)
{
	delete names;
	names = NULL;
	kabi_paths_destroy(paths);
	paths = NULL;
}

/* The directory of the include path through which a system header was found. */
static const char *include_directory(const char *file)
{
	const char *found = NULL;
	size_t best = 0;

	for (int kind = INC_QUOTE; kind < INC_MAX; kind++) {
		for (struct cpp_dir *dir =
			     get_added_cpp_dirs((enum incpath_kind)kind);
		     dir; dir = dir->next) {
			size_t length = dir->len;

			if (length > best &&
			    !strncmp(file, dir->name, length) &&
			    file[length] == '/') {
				found = dir->name;
				best = length;
			}
		}
	}
	return found;
}

static const char *make_name(const char *file, bool system)
{
	const char *mapped;
	const char *name;

	if (system) {
		name = kabi_paths_system_name(paths, file,
					      include_directory(file));
	} else {
		mapped = remap_macro_filename(file);
		if (mapped == file)
			mapped = remap_debug_filename(file);
		name = kabi_paths_name(paths, file, mapped);
	}
	if (!name)
		fatal_error(UNKNOWN_LOCATION, "kabi: out of memory");
	return name;
}

struct kabi_where kabi_where_get(location_t location)
{
	struct kabi_where where = { NULL, 0 };
	expanded_location expanded;
	bool existed;

	if (location <= BUILTINS_LOCATION)
		return where;
	expanded = expand_location(location);
	if (!expanded.file || !expanded.line)
		return where;
	const char *&name = names->get_or_insert(expanded.file, &existed);
	if (!existed)
		name = make_name(expanded.file, expanded.sysp);
	where.file = name;
	where.line = expanded.line;
	return where;
}

bool kabi_where_is_code(const line_map_ordinary *map)
{
	const char *name = ORDINARY_MAP_FILE_NAME(map);
	size_t length = strlen(name);

	return MAIN_FILE_P(map) || length < 2 ||
	       strcmp(name + length - 2, ".h") != 0;
}

const char *kabi_where_unit(void)
{
	return make_name(main_file(), false);
}
