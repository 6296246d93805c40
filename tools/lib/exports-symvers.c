// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Module.symvers as scripts/mod/modpost.c writes it, fields between TABs:
 *
 *	CRC SYMBOL MODULE EXPORT_SYMBOL[_GPL] NAMESPACE		from 5.5 on
 *	CRC SYMBOL NAMESPACE MODULE EXPORT_SYMBOL[_GPL]		5.4
 *	CRC SYMBOL MODULE EXPORT_SYMBOL[_GPL]			before
 */
#include "exports.h"

#include <string.h>

#include "alloc.h"
#include "blob.h"

enum {
	MAX_FIELDS = 5
};

/* Cuts the line at its TABs; returns how many fields there are. */
static size_t split_line(char *line, char **fields)
{
	size_t count = 0;
	char *next = line;

	while (next && count < MAX_FIELDS)
		fields[count++] = strsep(&next, "\t");
	return next ? 0 : count;
}

static bool is_export(const char *field)
{
	return !strncmp(field, "EXPORT_", strlen("EXPORT_"));
}

static bool read_line(char *line, struct kabi_export *export)
{
	char *fields[MAX_FIELDS] = { NULL };
	size_t count = split_line(line, fields);
	const char *kind;
	char *end;

	if (count < 4)
		return false;
	if (is_export(fields[3])) {
		kind = fields[3];
		export->module = fields[2];
		export->ns = fields[4];
	} else if (count == 5 && is_export(fields[4])) {
		kind = fields[4];
		export->module = fields[3];
		export->ns = fields[2];
	} else {
		return false;
	}
	export->name = fields[1];
	export->crc = strtoul(fields[0], &end, 16);
	export->license = strstr(kind, "_GPL") ? KABI_LICENSE_GPL
					       : KABI_LICENSE_ANY;
	return !*end && kabi_export_name_valid(export->name);
}

/* "text" is changed. */
static struct kabi_error *read_text(struct kabi_exports *exports, char *text,
				    const char *path, unsigned int build)
{
	unsigned long number = 0;
	char *next = text;

	while (next && *next) {
		char *line = strsep(&next, "\n");
		struct kabi_export export = {
			.file = path,
			.origin = KABI_EXPORT_INDEX,
			.build = build,
		};

		number++;
		if (!read_line(line, &export))
			return kabi_error_create(
				KABI_ERROR_BAD_DATA,
				"%s:%lu: not a line of Module.symvers", path,
				number);
		kabi_exports_add(exports, &export);
	}
	return NULL;
}

struct kabi_error *kabi_exports_read_symvers(struct kabi_exports *exports,
					     const char *path,
					     unsigned int build)
{
	kabi_cleanup(kabi_blob_cleanup) struct kabi_blob *blob = NULL;
	kabi_cleanup(kabi_free_cleanup) char *text = NULL;
	struct kabi_error *error = kabi_blob_open(path, &blob);

	if (error)
		return error;
	if (memchr(blob->data, '\0', blob->size))
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "%s: holds a NUL byte", path);
	text = kabi_xmalloc(blob->size + 1);
	memcpy(text, blob->data, blob->size);
	text[blob->size] = '\0';
	error = read_text(exports, text, path, build);
	if (error)
		return error;
	kabi_array_reserve(&exports->indexed, exports->n_indexed,
			   &exports->room_indexed, sizeof(*exports->indexed));
	exports->indexed[exports->n_indexed++] = build;
	exports->has_table = true;
	return NULL;
}

struct kabi_error *kabi_versions_read_symvers(struct kabi_versions *versions,
					      const char *path)
{
	kabi_cleanup(kabi_exports_deinit) struct kabi_exports exports = { 0 };
	struct kabi_error *error = kabi_exports_read_symvers(&exports, path, 0);

	for (size_t i = 0; i < exports.count && !error; i++) {
		const struct kabi_export *export = &exports.list[i];

		if (export->crc)
			kabi_versions_add(versions, export->name,
					  strlen(export->name), export->crc);
	}
	kabi_versions_settle(versions);
	return error;
}
