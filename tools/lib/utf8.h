/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * Names and strings come from C source and may hold any byte; JSON and XML are
 * Unicode.
 */
#ifndef KABI_TOOLS_UTF8_H
#define KABI_TOOLS_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/* Well-formed UTF-8: shortest forms, no surrogates, nothing above U+10FFFF. */
bool kabi_utf8_valid(const char *bytes, size_t length);

/*
 * Every byte as the character of its number, in a new string, which the caller
 * frees; *ret_length is its length (it may hold NULs, as bytes may).
 */
char *kabi_utf8_from_latin1(const char *bytes, size_t length,
			    size_t *ret_length);

#endif /* KABI_TOOLS_UTF8_H */
