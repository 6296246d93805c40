// SPDX-License-Identifier: GPL-2.0-or-later
/* Files as bytes in memory; see blob.h. */
#include "blob.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alloc.h"
#include "decompress.h"

static void close_cleanup(int *fd)
{
	if (*fd > STDIN_FILENO)
		close(*fd);
}

struct kabi_blob *kabi_blob_take(unsigned char *data, size_t size)
{
	struct kabi_blob *blob = kabi_xcalloc(1, sizeof(*blob));

	blob->data = data;
	blob->size = size;
	blob->references = 1;
	return blob;
}

struct kabi_blob *kabi_blob_ref(struct kabi_blob *blob)
{
	__atomic_add_fetch(&blob->references, 1, __ATOMIC_RELAXED);
	return blob;
}

void kabi_blob_unref(struct kabi_blob *blob)
{
	if (!blob || __atomic_sub_fetch(&blob->references, 1, __ATOMIC_ACQ_REL))
		return;
	if (blob->mapped)
		munmap(blob->data, blob->mapped);
	else
		free(blob->data);
	free(blob);
}

/* What cannot be mapped: pipes, terminals, files of /proc. */
static struct kabi_error *read_all(int fd, struct kabi_blob **ret)
{
	kabi_cleanup(kabi_free_cleanup) unsigned char *data = NULL;
	size_t size = 0;
	size_t room = 0;

	for (;;) {
		if (size == room) {
			room = room ? 2 * room : 1 << 16;
			data = kabi_xrealloc_array(data, room, 1);
		}

		ssize_t n = read(fd, data + size, room - size);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return kabi_error_errno(errno, "cannot read");
		if (!n)
			break;
		size += n;
	}
	*ret = kabi_blob_take(kabi_steal(&data), size);
	return NULL;
}

/*
 * Mapped, because a vmlinux.o with debug information has gigabytes of which
 * kabi looks at a few pages.
 */
static struct kabi_error *load(int fd, struct kabi_blob **ret)
{
	struct stat st;

	if (fstat(fd, &st))
		return kabi_error_errno(errno, "cannot read");
	if (S_ISDIR(st.st_mode))
		return kabi_error_create(KABI_ERROR_IO, "is a directory");
	if (S_ISREG(st.st_mode) && st.st_size > 0 &&
	    (uint64_t)st.st_size <= SIZE_MAX) {
		void *map = mmap(NULL, st.st_size, PROT_READ | PROT_WRITE,
				 MAP_PRIVATE, fd, 0);

		if (map != MAP_FAILED) {
			*ret = kabi_blob_take(map, st.st_size);
			(*ret)->mapped = st.st_size;
			return NULL;
		}
	}
	return read_all(fd, ret);
}

static struct kabi_error *decompress(struct kabi_blob **blob)
{
	unsigned char *data;
	size_t size;
	struct kabi_error *error = kabi_decompress((*blob)->data, (*blob)->size,
						   KABI_BLOB_MAX_DECOMPRESSED,
						   &data, &size);

	if (error)
		return error;
	kabi_blob_unref(*blob);
	*blob = kabi_blob_take(data, size);
	return NULL;
}

struct kabi_error *kabi_blob_read(int fd, struct kabi_blob **ret)
{
	kabi_cleanup(kabi_blob_cleanup) struct kabi_blob *blob = NULL;
	struct kabi_error *error = load(fd, &blob);

	if (!error && kabi_decompress_probe(blob->data, blob->size))
		error = decompress(&blob);
	if (!error)
		*ret = kabi_steal(&blob);
	return error;
}

struct kabi_error *kabi_blob_open(const char *path, struct kabi_blob **ret)
{
	kabi_cleanup(close_cleanup) int fd = STDIN_FILENO;
	const char *name = "standard input";

	if (strcmp(path, "-")) {
		name = path;
		fd = open(path, O_RDONLY | O_CLOEXEC);
		if (fd < 0)
			return kabi_error_errno(errno, "%s", name);
	}
	return kabi_error_prefix(kabi_blob_read(fd, ret), "%s", name);
}
