// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * usage: fuzz-TARGET [--changed=N] FILE...
 *
 * Gives the files of the command line, one after the other, to the fuzz target
 * that it is linked with: for corpora, and for inputs that once crashed. With
 * --changed each file also N times with some changes, the same in every run.
 * With -fsanitize=fuzzer in place of this file the target is a fuzzer:
 *
 *	clang -g -fsanitize=fuzzer,address,undefined -Iinclude -Itools/lib \
 *		-D_GNU_SOURCE testsuite/fuzz/fuzz-baseline.c tools/lib/...
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint32_t random_state = 1;

/* A number below "limit", by xorshift. */
static size_t below(size_t limit)
{
	random_state ^= random_state << 13;
	random_state ^= random_state >> 17;
	random_state ^= random_state << 5;
	return limit ? random_state % limit : 0;
}

/*
 * One change: a bit, a digit or letter, a piece that is left out, a piece over
 * another one. Returns the new size.
 */
static size_t change(uint8_t *data, size_t size)
{
	static const char words[] = "0123456789 \t\n=%{}*[](),!\"struct";
	size_t from = below(size), to = below(size), length;

	if (!size)
		return 0;
	switch (below(4)) {
	case 0:
		data[to] ^= 1 << below(8);
		return size;
	case 1:
		data[to] = words[below(sizeof(words) - 1)];
		return size;
	case 2:
		length = 1 + below(size - to < 64 ? size - to : 64);
		length = length < size - to ? length : size - to;
		memmove(data + to, data + to + length, size - to - length);
		return size - length;
	default:
		length = size - (from > to ? from : to);
		memmove(data + to, data + from,
			below(length < 64 ? length : 64));
		return size;
	}
}

static void run_changed(const uint8_t *data, size_t size, unsigned long count)
{
	uint8_t *copy = malloc(size + 1);

	while (copy && count--) {
		size_t left = size;

		memcpy(copy, data, size);
		for (size_t n = 1 + below(4); n; n--)
			left = change(copy, left);
		LLVMFuzzerTestOneInput(copy, left);
	}
	free(copy);
}

/* The bytes of a file; NULL when it cannot be read. */
static uint8_t *read_file(const char *path, size_t *size)
{
	FILE *stream = fopen(path, "rb");
	uint8_t *data = NULL, *more;
	size_t room = 4096;

	*size = 0;
	for (; stream && (more = realloc(data, room)); room *= 2) {
		data = more;
		*size += fread(data + *size, 1, room - *size, stream);
		if (*size < room) {
			fclose(stream);
			return data;
		}
	}
	perror(path);
	free(data);
	if (stream)
		fclose(stream);
	return NULL;
}

int main(int argc, char **argv)
{
	unsigned long changed = 0;

	for (int i = 1; i < argc; i++) {
		uint8_t *data;
		size_t size;

		if (!strncmp(argv[i], "--changed=", 10)) {
			changed = strtoul(argv[i] + 10, NULL, 10);
			continue;
		}
		data = read_file(argv[i], &size);
		if (!data)
			return 1;
		LLVMFuzzerTestOneInput(data, size);
		run_changed(data, size, changed);
		free(data);
	}
	return 0;
}
