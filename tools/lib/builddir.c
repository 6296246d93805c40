// SPDX-License-Identifier: GPL-2.0-or-later
/* What kbuild leaves behind; see builddir.h. */
#include "builddir.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <kabi/format.h>

#include "alloc.h"
#include "blob.h"
#include "elf.h"
#include "scan.h"

static char *join(const char *dir, const char *name)
{
	size_t length = strlen(dir);
	const char *slash = length && dir[length - 1] == '/' ? "" : "/";

	return kabi_xasprintf("%s%s%s", dir, slash, name);
}

/* The path of a file in the directory, or NULL when it is not there. */
static struct kabi_error *find_file(const char *dir, const char *name,
				    char **ret)
{
	kabi_cleanup(kabi_free_cleanup) char *path = join(dir, name);

	*ret = NULL;
	if (!access(path, F_OK))
		*ret = kabi_steal(&path);
	else if (errno != ENOENT && errno != ENOTDIR)
		return kabi_error_errno(errno, "%s: cannot read", path);
	return NULL;
}

/* The contents as a string that the caller frees, or NULL without the file. */
static struct kabi_error *read_file(const char *dir, const char *name,
				    char **ret)
{
	kabi_cleanup(kabi_free_cleanup) char *path = NULL;
	kabi_cleanup(kabi_blob_cleanup) struct kabi_blob *blob = NULL;
	struct kabi_error *error = find_file(dir, name, &path);

	*ret = NULL;
	if (error || !path)
		return error;
	error = kabi_blob_open(path, &blob);
	if (error)
		return error;
	if (memchr(blob->data, '\0', blob->size))
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "%s: holds a NUL byte", path);
	*ret = kabi_xmalloc(blob->size + 1);
	memcpy(*ret, blob->data, blob->size);
	(*ret)[blob->size] = '\0';
	return NULL;
}

static bool cut_suffix(char *string, const char *suffix)
{
	size_t length = strlen(string);
	size_t cut = strlen(suffix);

	if (length <= cut || strcmp(string + length - cut, suffix))
		return false;
	string[length - cut] = '\0';
	return true;
}

/* "line" is changed. */
static struct kabi_error *add_module(struct kabi_builddir *dir, char *line,
				     size_t number, size_t *room)
{
	if (!cut_suffix(line, ".ko") && !cut_suffix(line, ".o"))
		return kabi_error_create(
			KABI_ERROR_BAD_DATA,
			"%s/modules.order:%zu: neither a .ko nor a .o",
			dir->path, number);

	kabi_cleanup(kabi_free_cleanup) char *file =
		kabi_xasprintf("%s.ko", line);
	kabi_cleanup(kabi_free_cleanup) char *path =
		*file == '/' ? kabi_xstrdup(file) : join(dir->path, file);

	if (access(path, R_OK))
		return kabi_error_errno(errno,
					"%s/modules.order:%zu: cannot read %s",
					dir->path, number, path);
	kabi_array_reserve(&dir->modules, dir->n_modules, room,
			   sizeof(*dir->modules));
	dir->modules[dir->n_modules++] = (struct kabi_builddir_module){
		.path = kabi_steal(&path),
		.name = kabi_xstrdup(line),
	};
	return NULL;
}

static struct kabi_error *read_modules(struct kabi_builddir *dir)
{
	kabi_cleanup(kabi_free_cleanup) char *text = NULL;
	struct kabi_error *error = read_file(dir->path, "modules.order", &text);
	size_t room = 0;
	size_t number = 0;
	char *next = text;

	while (!error && next && *next) {
		char *line = strsep(&next, "\n");

		number++;
		if (*line)
			error = add_module(dir, line, number, &room);
	}
	return error;
}

static struct kabi_error *read_release(struct kabi_builddir *dir)
{
	static const char name[] = "include/config/kernel.release";
	struct kabi_error *error = read_file(dir->path, name, &dir->release);

	if (!dir->release)
		return error;
	dir->release[strcspn(dir->release, "\n")] = '\0';
	/* A file that is just being written is empty. */
	if (!*dir->release) {
		free(dir->release);
		dir->release = NULL;
	} else if (!kabi_scan_is_line(dir->release)) {
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "%s/%s: holds a control character",
					 dir->path, name);
	}
	return NULL;
}

static struct kabi_error *find_kernel(struct kabi_builddir *dir)
{
	struct kabi_error *error =
		find_file(dir->path, "vmlinux.o", &dir->kernel);

	if (!error)
		error = find_file(dir->path, "vmlinux", &dir->final);
	if (!error && !dir->kernel)
		dir->kernel = kabi_steal(&dir->final);
	return error;
}

bool kabi_builddir_has_kernel(const char *path)
{
	kabi_cleanup(kabi_free_cleanup) char *relocatable =
		join(path, "vmlinux.o");
	kabi_cleanup(kabi_free_cleanup) char *final = join(path, "vmlinux");

	return !access(relocatable, F_OK) || !access(final, F_OK);
}

/* A kernel that was not built to the end, or no kernel at all? */
static struct kabi_error *no_kernel(const struct kabi_builddir *dir)
{
	kabi_cleanup(kabi_free_cleanup) char *order = NULL;
	struct kabi_error *error =
		find_file(dir->path, "modules.order", &order);

	if (error)
		return error;
	if (order || dir->release || dir->symvers)
		return kabi_error_create(
			KABI_ERROR_BAD_DATA,
			"%s: a kernel build directory without vmlinux.o: build "
			"the kernel to the end",
			dir->path);
	return kabi_error_create(
		KABI_ERROR_BAD_DATA,
		"%s: is a directory, but no kernel was built in it (no "
		"vmlinux.o, no modules.order)",
		dir->path);
}

static struct kabi_error *read_all(struct kabi_builddir *dir)
{
	struct kabi_error *error = find_kernel(dir);

	if (!error)
		error = read_release(dir);
	if (!error)
		error = find_file(dir->path, "Module.symvers", &dir->symvers);
	if (!error && !dir->kernel)
		error = no_kernel(dir);
	return error ? error : read_modules(dir);
}

struct kabi_error *kabi_builddir_read(const char *path,
				      struct kabi_builddir **ret)
{
	DIR *stream = opendir(path);

	if (!stream)
		return kabi_error_errno(errno, "%s: cannot read", path);
	closedir(stream);

	struct kabi_builddir *dir = kabi_xcalloc(1, sizeof(*dir));
	struct kabi_error *error;

	dir->path = kabi_xstrdup(path);
	error = read_all(dir);
	if (error) {
		kabi_builddir_destroy(dir);
		return error;
	}
	*ret = dir;
	return NULL;
}

void kabi_builddir_destroy(struct kabi_builddir *dir)
{
	if (!dir)
		return;
	for (size_t i = 0; i < dir->n_modules; i++) {
		free(dir->modules[i].path);
		free(dir->modules[i].name);
	}
	free(dir->modules);
	free(dir->path);
	free(dir->release);
	free(dir->kernel);
	free(dir->final);
	free(dir->symvers);
	free(dir);
}

/* For the walk over vmlinux.a. */
struct coverage {
	void (*visit)(void *context, const char *object);
	void *context;
	bool has_kabi;
};

static struct kabi_error *visit_section(void *context,
					const struct kabi_elf_section *section)
{
	struct coverage *coverage = context;

	coverage->has_kabi |= !strcmp(section->name, KABI_SECTION_NAME);
	return NULL;
}

static struct kabi_error *visit_object(void *context, struct kabi_elf *elf)
{
	struct coverage *coverage = context;
	struct kabi_error *error;

	coverage->has_kabi = false;
	error = kabi_elf_for_each_section(elf, visit_section, coverage);
	if (error || coverage->has_kabi)
		return error;

	/* "vmlinux.a(mm/util.o)" */
	const char *name = strrchr(kabi_elf_name(elf), '(');
	kabi_cleanup(kabi_free_cleanup) char *object =
		kabi_xstrdup(name ? name + 1 : kabi_elf_name(elf));

	cut_suffix(object, ")");
	coverage->visit(coverage->context, object);
	return NULL;
}

struct kabi_error *kabi_builddir_uncovered(const struct kabi_builddir *dir,
					   void (*visit)(void *context,
							 const char *object),
					   void *context)
{
	kabi_cleanup(kabi_free_cleanup) char *archive = NULL;
	struct coverage coverage = { visit, context, false };
	struct kabi_error *error = find_file(dir->path, "vmlinux.a", &archive);

	if (error || !archive)
		return error;
	return kabi_elf_for_each_file(archive, visit_object, &coverage);
}
