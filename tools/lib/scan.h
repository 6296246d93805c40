/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The words of the record grammar (docs/format.md 2): a cursor over bytes that
 * nobody has checked yet. A scanning function that fails leaves the cursor
 * where the trouble is. For parse*.c and baseline.c.
 */
#ifndef KABI_TOOLS_SCAN_H
#define KABI_TOOLS_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "error.h"
#include "escape.h"
#include "strbuf.h"
#include "strtab.h"

struct kabi_scanner {
	const char *at;
	const char *end;
	struct kabi_strtab *strings;  /* where names and values go */
	struct kabi_strbuf unescaped; /* scratch */
};

enum kabi_scan_class {
	KABI_SCAN_IDENTIFIER = 1 << 0, /* letters, digits, _ $, above 0x7f */
	KABI_SCAN_WORD = 1 << 1,       /* IDENTIFIER and - . = */
	KABI_SCAN_GRAPH = 1 << 2,      /* all but blank, control, DEL */
	KABI_SCAN_VALUE = 1 << 3,      /* '!' to '~' without '%' */
};

extern const unsigned char kabi_scan_classes[256];

static inline bool kabi_scan_is(char c, enum kabi_scan_class class)
{
	return kabi_scan_classes[(unsigned char)c] & class;
}

/* The byte at the cursor; NUL, which no record may hold, at the end. */
static inline char kabi_scan_peek(const struct kabi_scanner *scanner)
{
	return scanner->at < scanner->end ? *scanner->at : '\0';
}

/* At the end of a line or of the text? */
static inline bool kabi_scan_at_eol(const struct kabi_scanner *scanner)
{
	return scanner->at == scanner->end || *scanner->at == '\n';
}

/* Steps over "c", if it is there. */
static inline bool kabi_scan_skip(struct kabi_scanner *scanner, char c)
{
	if (scanner->at == scanner->end || *scanner->at != c)
		return false;
	scanner->at++;
	return true;
}

/* Does the text at the cursor begin with "word"? */
static inline bool kabi_scan_looking_at(const struct kabi_scanner *scanner,
					const char *word)
{
	size_t length = strlen(word);

	return (size_t)(scanner->end - scanner->at) >= length &&
	       !memcmp(scanner->at, word, length);
}

/* Steps over all bytes of the class; returns how many. */
static inline size_t kabi_scan_span(struct kabi_scanner *scanner,
				    enum kabi_scan_class class)
{
	const char *start = scanner->at;

	while (scanner->at < scanner->end && kabi_scan_is(*scanner->at, class))
		scanner->at++;
	return scanner->at - start;
}

/* "WHAT near "...": KABI_ERROR_BAD_DATA that shows what is at the cursor. */
struct kabi_error *kabi_scan_error(const struct kabi_scanner *scanner,
				   const char *what) kabi_must_check;

/* "length" bytes as they can stand in a message; the caller frees it. */
char *kabi_scan_printable(const char *bytes, size_t length);

/* Steps over "text" or fails with "expected TEXT". */
struct kabi_error *kabi_scan_expect(struct kabi_scanner *scanner,
				    const char *text) kabi_must_check;

/* A decimal number without sign and leading zeros, at most "max". */
struct kabi_error *kabi_scan_number(struct kabi_scanner *scanner, uint64_t max,
				    uint64_t *ret) kabi_must_check;

/* -2^63 to 2^64 - 1. */
struct kabi_error *kabi_scan_integer(struct kabi_scanner *scanner,
				     __int128 *ret) kabi_must_check;

/* One or more bytes of the class, interned; "what" is for the message. */
struct kabi_error *kabi_scan_name(struct kabi_scanner *scanner,
				  enum kabi_scan_class class, const char *what,
				  const char **ret) kabi_must_check;

/* Everything up to a blank or the end of the line, unescaped and interned. */
struct kabi_error *kabi_scan_value(struct kabi_scanner *scanner,
				   enum kabi_escape escape, const char **ret)
	kabi_must_check;

/* The rest of the line, free text without control characters, interned. */
struct kabi_error *kabi_scan_line(struct kabi_scanner *scanner,
				  const char **ret) kabi_must_check;

/* Can the string stand there: not empty, without control characters? */
bool kabi_scan_is_line(const char *string);

/* A string in double quotes into scanner->unescaped. */
struct kabi_error *kabi_scan_string(struct kabi_scanner *scanner)
	kabi_must_check;

#endif /* KABI_TOOLS_SCAN_H */
