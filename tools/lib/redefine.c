// SPDX-License-Identifier: GPL-2.0-or-later
/* Reads objcopy's list of other names; see redefine.h. */
#include "redefine.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

struct kabi_error *kabi_redefine_read(struct kabi_prebuilt *prebuilt,
				      const char *path)
{
	FILE *stream = fopen(path, "re");
	kabi_cleanup(kabi_free_cleanup) char *line = NULL;
	struct kabi_error *error = NULL;
	unsigned long number = 0;
	size_t room = 0;

	if (!stream)
		return kabi_error_errno(errno, "%s", path);
	while (!error && getline(&line, &room, stream) >= 0) {
		char *words[3], *rest = line;
		size_t n = 0;

		number++;
		line[strcspn(line, "#")] = '\0';
		while (n < 3 && (words[n] = strtok_r(rest, " \t\r\n", &rest)))
			n++;
		if (n == 2)
			kabi_prebuilt_redefine(prebuilt, words[0]);
		else if (n)
			error = kabi_error_create(
				KABI_ERROR_BAD_DATA,
				"%s:%lu: neither empty nor two symbols", path,
				number);
	}
	if (!error && ferror(stream))
		error = kabi_error_errno(errno, "%s", path);
	fclose(stream);
	return error;
}
