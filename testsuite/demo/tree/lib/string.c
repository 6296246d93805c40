// SPDX-License-Identifier: GPL-2.0-or-later
/* Built in: strings. */
#include <linux/export.h>
#include <linux/string.h>

size_t strlcpy(char *to, const char *from, size_t size)
{
	size_t length = 0;

	while (from[length]) {
		if (length + 1 < size)
			to[length] = from[length];
		length++;
	}
	if (size)
		to[length < size ? length : size - 1] = '\0';
	return length;
}
EXPORT_SYMBOL(strlcpy);

long strscpy(char *to, const char *from, size_t size)
{
	size_t i;

	for (i = 0; i < size; i++) {
		to[i] = from[i];
		if (!from[i])
			return i;
	}
	if (size)
		to[size - 1] = '\0';
	return -7;
}
EXPORT_SYMBOL(strscpy);
