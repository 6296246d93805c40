/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Shell patterns over paths and names. */
#ifndef KABI_TOOLS_GLOB_H
#define KABI_TOOLS_GLOB_H

#include <stdbool.h>

/*
 * "*" matches any bytes, slashes too; "?" one byte; "[a-z]" and "[!a-z]" one
 * byte of a set; a backslash takes what follows as it is. A "[" that nothing
 * closes is an ordinary byte. Never goes through more than one star at a time,
 * so that a pattern from a file cannot keep it busy.
 */
bool kabi_glob_match(const char *pattern, const char *string);

#endif /* KABI_TOOLS_GLOB_H */
