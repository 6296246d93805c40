// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The System V / GNU format of ar(5): an 8-byte magic, then members with a
 * header of 60 bytes in ASCII each, at even offsets. libelf reads no thin
 * archives, hence a reader of our own for both kinds.
 */
#include "archive.h"

#include <stdint.h>
#include <string.h>

#include "alloc.h"

#define MAGIC "!<arch>\n"
#define MAGIC_THIN "!<thin>\n"

enum {
	MAGIC_SIZE = 8,
	/* The header's fields, as offsets in bytes. */
	NAME_AT = 0,
	NAME_SIZE = 16,
	SIZE_AT = 48,
	SIZE_SIZE = 10,
	END_AT = 58,
	HEADER_SIZE = 60,
};

struct archive {
	struct kabi_blob *blob;
	const char *path;
	bool thin;
	const char *names; /* the member "//": long names, or NULL */
	size_t names_size;
};

/* What the header at an offset says. */
struct header {
	size_t at;
	const char *raw_name; /* NAME_SIZE bytes, blanks at the end */
	size_t size;	      /* bytes of the member's file */
	bool special;	      /* symbol table, table of long names */
	size_t next;	      /* where the next header is */
};

static struct kabi_error *damaged(const struct archive *archive, size_t at,
				  const char *what)
{
	return kabi_error_create(KABI_ERROR_BAD_DATA,
				 "%s: damaged archive: member at %zu: %s",
				 archive->path, at, what);
}

bool kabi_archive_probe(const struct kabi_blob *blob)
{
	return blob->size >= MAGIC_SIZE &&
	       (!memcmp(blob->data, MAGIC, MAGIC_SIZE) ||
		!memcmp(blob->data, MAGIC_THIN, MAGIC_SIZE));
}

/* Digits up to "end" or the first other character, which *stop tells. */
static bool parse_number(const char *digits, const char *end, size_t *ret,
			 const char **stop)
{
	const char *p = digits;
	size_t value = 0;

	for (; p < end && *p >= '0' && *p <= '9'; p++)
		if (__builtin_mul_overflow(value, 10, &value) ||
		    __builtin_add_overflow(value, *p - '0', &value))
			return false;
	*ret = value;
	*stop = p;
	return p > digits;
}

/* "/" and "/SYM64/" (symbol tables), "//" (names); "/12" is a member. */
static bool is_special(const char *raw_name)
{
	return raw_name[0] == '/' &&
	       (raw_name[1] == ' ' || raw_name[1] == '/' || raw_name[1] == 'S');
}

static struct kabi_error *read_header(const struct archive *archive, size_t at,
				      struct header *header)
{
	const char *raw = (const char *)archive->blob->data + at;
	const char *stop;

	if (archive->blob->size - at < HEADER_SIZE)
		return damaged(archive, at, "header cut short");
	if (memcmp(raw + END_AT, "`\n", 2))
		return damaged(archive, at, "no member header");
	header->at = at;
	header->raw_name = raw + NAME_AT;
	if (!parse_number(raw + SIZE_AT, raw + SIZE_AT + SIZE_SIZE,
			  &header->size, &stop))
		return damaged(archive, at, "bad size");
	header->special = is_special(header->raw_name);
	header->next = at + HEADER_SIZE;
	if (archive->thin && !header->special)
		return NULL;
	if (header->size > archive->blob->size - header->next)
		return damaged(archive, at, "longer than the archive");
	header->next += header->size;
	header->next += header->next & 1;
	if (header->next > archive->blob->size)
		header->next = archive->blob->size;
	return NULL;
}

/*
 * The member's name in *ret, which the caller frees. *nested is the offset of a
 * header in the archive of that name when a thin archive points into another
 * one ("/12:345"), else 0.
 */
static struct kabi_error *read_name(const struct archive *archive,
				    const struct header *header, char **ret,
				    size_t *nested)
{
	const char *raw = header->raw_name;
	const char *end = raw + NAME_SIZE;
	const char *stop;
	size_t offset;
	size_t length;

	*nested = 0;
	if (raw[0] != '/') {
		length = 0;
		while (length < NAME_SIZE && raw[length] != '/')
			length++;
		*ret = kabi_xasprintf("%.*s", (int)length, raw);
		return NULL;
	}
	if (!parse_number(raw + 1, end, &offset, &stop) ||
	    (stop < end && *stop == ':' &&
	     !parse_number(stop + 1, end, nested, &stop)))
		return damaged(archive, header->at, "bad name");
	if (offset >= archive->names_size)
		return damaged(archive, header->at,
			       "name outside the table of names");

	const char *name = archive->names + offset;
	const char *newline = memchr(name, '\n', archive->names_size - offset);

	if (!newline || newline == name || newline[-1] != '/')
		return damaged(archive, header->at,
			       "unterminated name in the table of names");
	length = newline - 1 - name;
	*ret = kabi_xcalloc(length + 1, 1);
	memcpy(*ret, name, length);
	return NULL;
}

/* Where a thin archive's member is: beside the archive, unless absolute. */
static char *member_path(const char *archive_path, const char *name)
{
	const char *slash = strrchr(archive_path, '/');

	if (name[0] == '/' || !slash)
		return kabi_xstrdup(name);
	return kabi_xasprintf("%.*s/%s", (int)(slash - archive_path),
			      archive_path, name);
}

/* The bytes of a member that a thin archive names as PATH or PATH:OFFSET. */
static struct kabi_error *open_thin(const char *path, size_t nested,
				    struct kabi_archive_member *member)
{
	struct kabi_error *error = kabi_blob_open(path, &member->blob);

	if (error)
		return error;
	member->data = member->blob->data;
	member->size = member->blob->size;
	if (!nested)
		return NULL;

	struct archive inner = { .blob = member->blob, .path = path };
	struct header header;

	if (!kabi_archive_probe(member->blob) || nested > member->blob->size)
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "%s: no archive with a member at %zu",
					 path, nested);
	error = read_header(&inner, nested, &header);
	if (error)
		return error;
	member->data += nested + HEADER_SIZE;
	member->size = header.size;
	return NULL;
}

static struct kabi_error *visit_thin(
	const struct archive *archive, size_t nested,
	struct kabi_archive_member *member,
	struct kabi_error *(*visit)(void *context,
				    const struct kabi_archive_member *member),
	void *context)
{
	kabi_cleanup(kabi_free_cleanup) char *path =
		member_path(archive->path, member->name);
	struct kabi_error *error = open_thin(path, nested, member);

	if (error)
		error = kabi_error_prefix(error, "%s", archive->path);
	else
		error = visit(context, member);
	kabi_blob_unref(member->blob);
	return error;
}

static struct kabi_error *visit_member(
	const struct archive *archive, const struct header *header,
	struct kabi_error *(*visit)(void *context,
				    const struct kabi_archive_member *member),
	void *context)
{
	kabi_cleanup(kabi_free_cleanup) char *name = NULL;
	size_t nested;
	struct kabi_error *error = read_name(archive, header, &name, &nested);

	if (error)
		return error;

	struct kabi_archive_member member = { .name = name };

	if (archive->thin)
		return visit_thin(archive, nested, &member, visit, context);
	member.blob = archive->blob;
	member.data = archive->blob->data + header->at + HEADER_SIZE;
	member.size = header->size;
	return visit(context, &member);
}

struct kabi_error *kabi_archive_for_each(
	struct kabi_blob *blob, const char *path,
	struct kabi_error *(*visit)(void *context,
				    const struct kabi_archive_member *member),
	void *context)
{
	struct archive archive = { .blob = blob, .path = path };
	struct header header;

	archive.thin = !memcmp(blob->data, MAGIC_THIN, MAGIC_SIZE);
	for (size_t at = MAGIC_SIZE; at < blob->size; at = header.next) {
		struct kabi_error *error = read_header(&archive, at, &header);

		if (error)
			return error;
		if (!header.special) {
			error = visit_member(&archive, &header, visit, context);
			if (error)
				return error;
		} else if (header.raw_name[1] == '/') {
			archive.names =
				(const char *)blob->data + at + HEADER_SIZE;
			archive.names_size = header.size;
		}
	}
	return NULL;
}
