// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Any bytes as an input file (ELF, archive, compressed, baseline), and as a
 * body of records in a frame of which the header is right: an error or a model,
 * which writes and reads itself again. Run it over files:
 * testsuite/fuzz/replay.c.
 */
#include "input.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <kabi/frame-encode.h>

#include "../unit/elf-image.h"
#include "alloc.h"
#include "baseline.h"

enum {
	RECORDS_SIZE = 4096
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void ignore(void *context, const char *message)
{
	(void)context;
	(void)message;
}

/* What a collector writes is a baseline. */
static void write_and_read(const struct kabi_model *model)
{
	struct kabi_model *again;
	char *text = NULL;
	size_t length;
	FILE *stream = open_memstream(&text, &length);
	struct kabi_error *error;

	if (!stream)
		abort();
	kabi_baseline_write(stream, model);
	fclose(stream);
	error = kabi_baseline_read("again", text, length, &again);
	if (error) {
		fprintf(stderr, "%s\n%s\n", error->message, text);
		abort();
	}
	kabi_model_destroy(again);
	free(text);
}

static void load(const void *data, size_t size)
{
	struct kabi_input_options options = { .notice = ignore, .jobs = 1 };
	int fd = memfd_create("input", 0);
	struct kabi_model *model;
	struct kabi_error *error;
	char path[32];
	const char *paths[] = { path };

	if (fd < 0 || write(fd, data, size) != (ssize_t)size)
		abort();
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	error = kabi_input_load(paths, 1, &options, &model);
	close(fd);
	if (error) {
		kabi_error_destroy(error);
		return;
	}
	write_and_read(model);
	kabi_model_destroy(model);
}

static int compare_records(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The records, closed by NULs, into a frame, as a frame has to have them. */
static size_t make_frame(unsigned char *out, char name, const char *records,
			 size_t size)
{
	static const char *sorted[RECORDS_SIZE];
	char body[RECORDS_SIZE + 32];
	size_t count = 0;
	size_t length = sprintf(body, "unit %c.c scope=used", name) + 1;

	for (size_t at = 0; at < size; at += strlen(records + at) + 1)
		sorted[count++] = records + at;
	qsort(sorted, count, sizeof(*sorted), compare_records);
	for (size_t i = 0; i < count; i++) {
		if (i && !strcmp(sorted[i - 1], sorted[i]))
			continue;
		memcpy(body + length, sorted[i], strlen(sorted[i]) + 1);
		length += strlen(sorted[i]) + 1;
	}
	return kabi_frame_encode(out, body, length, 1);
}

/* Two TUs: the first half of the records, and all of them. */
static void load_records(const uint8_t *data, size_t size)
{
	static struct elf_image image;
	static unsigned char section[ELF_IMAGE_SIZE / 2];
	char records[RECORDS_SIZE];
	size_t used;

	if (size >= RECORDS_SIZE)
		return;
	memcpy(records, data, size);
	records[size] = '\0';
	used = make_frame(section, 'a', records, size / 2);
	used += make_frame(section + used, 'b', records, size + 1);
	elf_image_init(&image, ET_REL, EM_X86_64);
	elf_image_section(&image, KABI_SECTION_NAME, KABI_SECTION_TYPE, section,
			  used);
	elf_image_finish(&image);
	load(image.bytes, image.size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	load(data, size);
	load_records(data, size);
	return 0;
}
