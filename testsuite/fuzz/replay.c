// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Gives the files of the command line, one after the other, to the fuzz target
 * that it is linked with: for corpora and for inputs that once crashed. With
 * -fsanitize=fuzzer in place of this file the target is a fuzzer:
 *
 *	clang -g -fsanitize=fuzzer,address,undefined -Iinclude -Itools/lib \
 *		-D_GNU_SOURCE testsuite/fuzz/fuzz-baseline.c tools/lib/...
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int main(int argc, char **argv)
{
	int i;

	for (i = 1; i < argc; i++) {
		FILE *stream = fopen(argv[i], "rb");
		uint8_t *data = NULL;
		size_t size = 0, room = 0;

		if (!stream) {
			perror(argv[i]);
			return 1;
		}
		do {
			room = room ? 2 * room : 4096;
			data = realloc(data, room);
			if (!data) {
				perror(argv[i]);
				return 1;
			}
			size += fread(data + size, 1, room - size, stream);
		} while (size == room);
		fclose(stream);
		LLVMFuzzerTestOneInput(data, size);
		free(data);
	}
	return 0;
}
