/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The little that has to be known of a record before it is parsed
 * (docs/format.md 2): where it ends, what it is of, and what of it is place
 * rather than content. Nothing is checked here that the parser will check.
 */
#ifndef KABI_TOOLS_RECORD_TEXT_H
#define KABI_TOOLS_RECORD_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include <kabi/format.h>

#include "strbuf.h"

/* A piece of a text that somebody else owns. */
struct kabi_slice {
	const char *at; /* NULL: absent */
	size_t length;
};

struct kabi_record_text {
	enum kabi_kind kind;
	struct kabi_slice name; /* still escaped */
	struct kabi_slice keys; /* the rest of the first line */
	struct kabi_slice body; /* the other lines */
};

/*
 * In a baseline, from the beginning of a record on: the newline that ends it,
 * which no TAB follows; or "end", when there is none.
 */
const char *kabi_record_text_end(const char *start, const char *end);

/* false when the first line does not begin with a kind and a name. */
bool kabi_record_text_split(const char *text, size_t length,
			    struct kabi_record_text *ret);

/* The value of a key of the first line. */
struct kabi_slice kabi_record_text_key(const struct kabi_record_text *record,
				       const char *key);

/* The FILE of at=FILE:LINE. */
struct kabi_slice kabi_record_text_file(const struct kabi_record_text *record);

/*
 * Adds what two records of one name share when they say the same about
 * different places: the keys without `at`, and for functions and variables
 * without all that a definition has and a declaration does not, of macros
 * without what their values are made from, and the body without lines' numbers.
 */
void kabi_record_text_shape(struct kabi_strbuf *buf,
			    const struct kabi_record_text *record);

/*
 * Steps through the `!` lines of a record: *offset is 0 at first, and the line
 * comes without the `!` and blanks around it.
 */
bool kabi_record_text_problem(const char *text, size_t length, size_t *offset,
			      struct kabi_slice *ret);

#endif /* KABI_TOOLS_RECORD_TEXT_H */
