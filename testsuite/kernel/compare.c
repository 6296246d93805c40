// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * compare PLAIN WITH KABI-LIST <FILE-NAMES
 *
 * Compares each named file below the directory PLAIN with the one below WITH:
 * equal to the byte, or two relocatable ELF files that are equal but for the
 * .kabi sections of the second, in all that elf-parts.h lists.
 *
 * Writes a line for each file that differs; the names of those with .kabi go
 * to KABI-LIST.  Status 0: all equal, 1: a difference, 2: trouble.
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "elf-parts.h"

static const char *file; /* the one that messages are about */

static bool __attribute__((format(printf, 1, 2)))
differ(const char *format, ...)
{
	va_list args;

	printf("%s: ", file);
	va_start(args, format);
	vprintf(format, args);
	va_end(args);
	putchar('\n');
	return false;
}

static void __attribute__((noreturn)) trouble(const char *what)
{
	fprintf(stderr, "compare: %s: %s\n", what, strerror(errno));
	exit(2);
}

struct mapping {
	const unsigned char *data;
	size_t size;
};

static struct mapping map_file(const char *dir)
{
	struct mapping map = { .data = (const unsigned char *)"" };
	char path[4096];
	struct stat st;
	int fd;

	snprintf(path, sizeof(path), "%s/%s", dir, file);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0 || fstat(fd, &st))
		trouble(path);
	map.size = st.st_size;
	if (map.size)
		map.data = mmap(NULL, map.size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (map.data == MAP_FAILED)
		trouble(path);
	close(fd);
	return map;
}

static void unmap_file(struct mapping map)
{
	if (map.size)
		munmap((void *)map.data, map.size);
}

static bool equal_parts(const struct kabi_image *a, const struct kabi_image *b)
{
	uint32_t i;

	for (i = 0; i < a->nr_parts && i < b->nr_parts; i++) {
		const struct kabi_part *x = &a->parts[i], *y = &b->parts[i];
		const unsigned char *p = x->data, *q = y->data;
		size_t k = 0;

		if (strcmp(x->section, y->section) || strcmp(x->what, y->what))
			return differ("section %s and %s", x->section,
				      y->section);
		if (x->size != y->size)
			return differ("%s: %zu %s entries and %zu", x->section,
				      x->size / x->entry, x->what,
				      y->size / y->entry);
		if (!memcmp(p, q, x->size))
			continue;
		while (p[k] == q[k])
			k++;
		return differ("%s: %s %zu differs", x->section, x->what,
			      k / x->entry);
	}
	return a->nr_parts == b->nr_parts || differ("not as many sections");
}

/* Also equal files are read: a .kabi in both of them is not what they are. */
static bool equal_files(struct mapping a, struct mapping b, bool *kabi)
{
	bool equal = a.size == b.size && !memcmp(a.data, b.data, a.size);
	struct kabi_image plain, with;

	*kabi = false;
	if (!kabi_image_is_elf(a.data, a.size) ||
	    !kabi_image_is_elf(b.data, b.size))
		return equal || differ("not equal");
	if (!kabi_image_init(&plain, a.data, a.size)) {
		equal = differ("without the plugin: %s", plain.error);
	} else if (!kabi_image_init(&with, b.data, b.size)) {
		equal = differ("with the plugin: %s", with.error);
		kabi_image_deinit(&with);
	} else {
		*kabi = with.nr_kabi;
		if (plain.nr_kabi)
			equal = differ("has .kabi without the plugin");
		else if (with.nr_kabi)
			equal = equal_parts(&plain, &with);
		else if (!equal && equal_parts(&plain, &with))
			differ("not equal, outside of the sections");
		kabi_image_deinit(&with);
	}
	kabi_image_deinit(&plain);
	return equal;
}

int main(int argc, char **argv)
{
	uint64_t files = 0, different = 0;
	char name[4096];
	FILE *list;

	if (argc != 4) {
		fputs("usage: compare PLAIN WITH KABI-LIST <NAMES\n", stderr);
		return 2;
	}
	list = fopen(argv[3], "w");
	if (!list)
		trouble(argv[3]);
	while (fgets(name, sizeof(name), stdin)) {
		struct mapping a, b;
		bool kabi;

		name[strcspn(name, "\n")] = 0;
		file = name;
		a = map_file(argv[1]);
		b = map_file(argv[2]);
		files++;
		different += !equal_files(a, b, &kabi);
		if (kabi)
			fprintf(list, "%s\n", name);
		unmap_file(a);
		unmap_file(b);
	}
	if (fclose(list))
		trouble(argv[3]);
	printf("%" PRIu64 " files compared, %" PRIu64 " differ\n", files,
	       different);
	return different != 0;
}
