/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The record grammar of docs/format.md into the model's structures. parse.c has
 * records, parse-key.c their heads, parse-body.c and parse-lines.c their lines,
 * parse-type.c types. Only model.c and baseline.c use this; everybody else
 * calls kabi_model_add().
 *
 * Nothing of the text is trusted and nothing of it is kept: strings are
 * interned and all else lies in the model's arena. A function that fails leaves
 * the scanner where the trouble is.
 */
#ifndef KABI_TOOLS_PARSE_H
#define KABI_TOOLS_PARSE_H

#include <stdint.h>

#include "model.h"
#include "scan.h"

/*
 * A growing array that is used as a stack: whoever parses a list remembers how
 * many elements there were, pushes its own and takes them off again. So lists
 * in lists share one array, and none of them needs to know its length before.
 */
struct kabi_stack {
	void *items;
	size_t used;
	size_t room;
};

void *kabi_stack_push(struct kabi_stack *stack, size_t size);
/* Everything above "base" into the arena; NULL when there is nothing. */
void *kabi_stack_take(struct kabi_stack *stack, size_t base, size_t size,
		      struct kabi_arena *arena, size_t *count);

struct kabi_parser {
	struct kabi_scanner scanner;
	struct kabi_model *model;
	struct kabi_stack members;     /* struct kabi_member */
	struct kabi_stack enumerators; /* struct kabi_enumerator */
	struct kabi_stack types;       /* const struct kabi_type * */
	struct kabi_stack words;       /* const char * */
	/* Every type so far that is a name: struct kabi_type *. */
	struct kabi_stack names;
};

struct kabi_parser *kabi_parser_create(struct kabi_model *model);
void kabi_parser_destroy(struct kabi_parser *parser);

/* As the last one of the model's records. */
void kabi_parser_add_record(struct kabi_parser *parser,
			    struct kabi_record *record);
/* A type that is a name, for kabi_model_finish() to resolve. */
void kabi_parser_add_name(struct kabi_parser *parser, struct kabi_type *type);

/* Puts the cursor in front of a new text. */
void kabi_parser_begin(struct kabi_parser *parser, const char *text,
		       size_t length);

/*
 * Begins with the text, parses it, a record, and adds it to the model; the
 * trouble is at parser->scanner.at when it fails.
 */
struct kabi_error *kabi_parse_record(struct kabi_parser *parser,
				     const char *text, size_t length,
				     struct kabi_record **ret) kabi_must_check;

/* The rest of the head, behind the name. */
struct kabi_error *kabi_parse_keys(struct kabi_parser *parser,
				   struct kabi_record *record) kabi_must_check;

/*
 * The type at the cursor, which goes to the end of the line if it is not
 * followed by a body. "indent" is the number of TABs before the line, "depth"
 * how many levels of types and bodies it is in.
 */
struct kabi_error *kabi_parse_type_line(struct kabi_parser *parser,
					unsigned int indent, unsigned int depth,
					const struct kabi_type **ret)
	kabi_must_check;

/*
 * Everything below is at the end of a line and reads those that follow and are
 * indented by "indent" TABs.
 */

/* The first byte after the TABs of the next line; NUL when there is none. */
char kabi_parse_next_line(const struct kabi_parser *parser,
			  unsigned int indent);
/* Goes there; it must be so indented. */
struct kabi_error *kabi_parse_newline(struct kabi_parser *parser,
				      unsigned int indent) kabi_must_check;

/* Into body->members. */
struct kabi_error *kabi_parse_members(struct kabi_parser *parser,
				      unsigned int indent, unsigned int depth,
				      struct kabi_body *body) kabi_must_check;
struct kabi_error *kabi_parse_enumerators(struct kabi_parser *parser,
					  struct kabi_record *record)
	kabi_must_check;
/* parse-lines.c: "body HHHHHHHHHHHHHHHH" */
struct kabi_error *kabi_parse_fingerprint(struct kabi_parser *parser,
					  struct kabi_record *record)
	kabi_must_check;
/* "asm", "code", "data" */
struct kabi_error *kabi_parse_contents(struct kabi_parser *parser,
				       struct kabi_record *record)
	kabi_must_check;
struct kabi_error *kabi_parse_exposure(struct kabi_parser *parser,
				       struct kabi_record *record)
	kabi_must_check;
/* "FIRST LAST OPTION..." */
struct kabi_error *kabi_parse_ranges(struct kabi_parser *parser,
				     struct kabi_record *record)
	kabi_must_check;

/* `!` lines. */
struct kabi_error *kabi_parse_problems(struct kabi_parser *parser,
				       unsigned int indent, const char ***ret,
				       size_t *count) kabi_must_check;
/* The `in` line, if there is one. */
struct kabi_error *kabi_parse_units(struct kabi_parser *parser,
				    struct kabi_record *record) kabi_must_check;

/* Bytes: at most INT64_MAX, so that two of them can be added. */
struct kabi_error *kabi_parse_size(struct kabi_parser *parser, uint64_t *ret)
	kabi_must_check;
/* Bytes: a power of two. */
struct kabi_error *kabi_parse_align(struct kabi_parser *parser, uint64_t *ret)
	kabi_must_check;

/*
 * The i-th key that records of the kind can have, with its "=", in the order in
 * which they stand; NULL behind the last.
 */
const char *kabi_parse_key_at(enum kabi_kind kind, size_t i);

#endif /* KABI_TOOLS_PARSE_H */
