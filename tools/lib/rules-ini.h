/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * INI text, item by item: "[section]", "key = value", comments from "#" or ";"
 * at the beginning of a line. Strings live in the arena. A NUL byte, a bracket
 * that nothing closes, a line that is neither: errors with file and line.
 */
#ifndef KABI_TOOLS_RULES_INI_H
#define KABI_TOOLS_RULES_INI_H

#include <stdbool.h>

#include "alloc.h"
#include "error.h"

enum kabi_ini_item {
	KABI_INI_END,
	KABI_INI_SECTION, /* section */
	KABI_INI_KEY,	  /* key, value */
};

struct kabi_ini {
	const char *path; /* for messages */
	const char *at;
	const char *end;
	struct kabi_arena *arena;
	/* A backslash at the end of a line, an open brace: it goes on. */
	bool continues;
	unsigned long next_line; /* the caller begins with 1 */
	unsigned long line;	 /* of the item */
	const char *section;
	unsigned long section_line;
	const char *key;
	const char *value; /* without blanks around it */
};

struct kabi_error *kabi_ini_next(struct kabi_ini *ini, enum kabi_ini_item *ret)
	kabi_must_check;

/* KABI_ERROR_BAD_DATA, "FILE:LINE: ...", of the item at hand. */
struct kabi_error *kabi_ini_error(const struct kabi_ini *ini,
				  const char *format, ...) kabi_printf(2, 3)
	kabi_must_check;
/* The same, of the section at hand. */
struct kabi_error *kabi_ini_section_error(const struct kabi_ini *ini,
					  const char *format, ...)
	kabi_printf(2, 3) kabi_must_check;

#endif /* KABI_TOOLS_RULES_INI_H */
