// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Types in prefix notation (docs/format.md 3).
 *
 * The types of a kernel are few and said often, so types are shared: what has
 * been parsed is found again by its text, and most lines of a baseline cost one
 * look into a hash table. A type that ends its line is looked up as a whole;
 * names are looked up wherever they stand. What has a body is never shared.
 */
#include "parse.h"

#include "words.h"

static struct kabi_error *parse_type(struct kabi_parser *parser,
				     unsigned int indent, unsigned int depth,
				     const struct kabi_type **ret);

static bool word_is(const char *start, size_t length, const char *word)
{
	return strlen(word) == length && !memcmp(start, word, length);
}

static struct kabi_error *too_deep(struct kabi_parser *parser)
{
	return kabi_scan_error(&parser->scanner, "types nested too deep");
}

/* What "type" is made of: its target, a parameter, a member's type. */
static void raise_height(struct kabi_type *type, const struct kabi_type *part)
{
	if (type->height <= part->height)
		type->height = part->height + 1;
}

static struct kabi_error *parse_target(struct kabi_parser *parser,
				       unsigned int indent, unsigned int depth,
				       enum kabi_type_kind kind,
				       struct kabi_type *type)
{
	struct kabi_error *error;

	type->kind = kind;
	error = parse_type(parser, indent, depth + 1, &type->target);
	if (!error)
		raise_height(type, type->target);
	return error;
}

/* Behind the "[". */
static struct kabi_error *parse_array(struct kabi_parser *parser,
				      unsigned int indent, unsigned int depth,
				      struct kabi_type *type)
{
	struct kabi_scanner *scanner = &parser->scanner;
	struct kabi_error *error = NULL;

	if (kabi_scan_skip(scanner, '*'))
		type->bound = KABI_BOUND_VARIABLE;
	else if (kabi_scan_peek(scanner) == ']')
		type->bound = KABI_BOUND_NONE;
	else
		error = kabi_scan_number(scanner, UINT64_MAX, &type->count);
	if (!error)
		error = kabi_scan_expect(scanner, "]");
	if (error)
		return error;
	return parse_target(parser, indent, depth, KABI_TYPE_ARRAY, type);
}

/* Behind "vector". */
static struct kabi_error *parse_vector(struct kabi_parser *parser,
				       unsigned int indent, unsigned int depth,
				       struct kabi_type *type)
{
	struct kabi_scanner *scanner = &parser->scanner;
	struct kabi_error *error;

	error = kabi_scan_expect(scanner, "(");
	if (!error)
		error = kabi_scan_number(scanner, UINT64_MAX, &type->count);
	if (!error)
		error = kabi_scan_expect(scanner, ") ");
	if (error)
		return error;
	return parse_target(parser, indent, depth, KABI_TYPE_VECTOR, type);
}

/* "[noreturn,regparm=3]", sorted. */
static struct kabi_error *parse_attributes(struct kabi_parser *parser,
					   struct kabi_type *type)
{
	struct kabi_scanner *scanner = &parser->scanner;
	size_t base = parser->words.used;
	const char *word, *last = NULL;
	struct kabi_error *error;

	if (!kabi_scan_skip(scanner, '['))
		return NULL;
	do {
		error = kabi_scan_name(scanner, KABI_SCAN_WORD, "an attribute",
				       &word);
		if (error)
			return error;
		if (last && strcmp(last, word) >= 0)
			return kabi_scan_error(scanner,
					       "attributes not sorted");
		*(const char **)kabi_stack_push(&parser->words, sizeof(word)) =
			word;
		last = word;
	} while (kabi_scan_skip(scanner, ','));
	type->attributes = kabi_stack_take(&parser->words, base, sizeof(word),
					   &parser->model->arena,
					   &type->n_attributes);
	return kabi_scan_expect(scanner, "]");
}

/* Between the parentheses. */
static struct kabi_error *parse_parameters(struct kabi_parser *parser,
					   unsigned int indent,
					   unsigned int depth,
					   struct kabi_type *type)
{
	struct kabi_scanner *scanner = &parser->scanner;
	size_t base = parser->types.used;
	const struct kabi_type *param;
	struct kabi_error *error;

	if (kabi_scan_looking_at(scanner, "void)")) {
		scanner->at += strlen("void");
		return NULL;
	}
	if (kabi_scan_looking_at(scanner, "?)")) {
		scanner->at += strlen("?");
		type->prototype = KABI_PROTOTYPE_NONE;
		return NULL;
	}
	for (;;) {
		if (kabi_scan_looking_at(scanner, "...")) {
			scanner->at += strlen("...");
			type->prototype = KABI_PROTOTYPE_VARIADIC;
			break;
		}
		error = parse_type(parser, indent, depth + 1, &param);
		if (error)
			return error;
		raise_height(type, param);
		*(const struct kabi_type **)kabi_stack_push(
			&parser->types, sizeof(param)) = param;
		if (kabi_scan_peek(scanner) != ',')
			break;
		error = kabi_scan_expect(scanner, ", ");
		if (error)
			return error;
	}
	type->params = kabi_stack_take(&parser->types, base, sizeof(param),
				       &parser->model->arena, &type->n_params);
	return NULL;
}

/* Behind "func". */
static struct kabi_error *parse_function(struct kabi_parser *parser,
					 unsigned int indent,
					 unsigned int depth,
					 struct kabi_type *type)
{
	struct kabi_scanner *scanner = &parser->scanner;
	struct kabi_error *error;

	error = parse_attributes(parser, type);
	if (!error)
		error = kabi_scan_expect(scanner, "(");
	if (!error)
		error = parse_parameters(parser, indent, depth, type);
	if (!error)
		error = kabi_scan_expect(scanner, ") ");
	if (error)
		return error;
	return parse_target(parser, indent, depth, KABI_TYPE_FUNCTION, type);
}

/* The keys and the body of an untagged struct or union. */
static struct kabi_error *
parse_untagged(struct kabi_parser *parser, unsigned int indent,
	       unsigned int depth, enum kabi_kind kind, struct kabi_type *type)
{
	struct kabi_scanner *scanner = &parser->scanner;
	struct kabi_body *body;
	struct kabi_error *error;
	size_t i;

	body = kabi_arena_alloc(&parser->model->arena, sizeof(*body));
	body->kind = kind;
	type->kind = KABI_TYPE_UNTAGGED;
	type->body = body;
	error = kabi_scan_expect(scanner, "size=");
	if (!error)
		error = kabi_parse_size(parser, &body->size);
	if (!error)
		error = kabi_scan_expect(scanner, " align=");
	if (!error)
		error = kabi_parse_align(parser, &body->align);
	if (!error && kind == KABI_KIND_UNION &&
	    kabi_scan_looking_at(scanner, " transparent=1")) {
		scanner->at += strlen(" transparent=1");
		body->transparent = true;
	}
	if (!error)
		error = kabi_scan_expect(scanner, " {");
	if (!error)
		error = kabi_parse_members(parser, indent + 1, depth + 1, body);
	if (!error)
		error = kabi_parse_problems(parser, indent + 1, &body->problems,
					    &body->n_problems);
	if (!error)
		error = kabi_parse_newline(parser, indent);
	if (!error)
		error = kabi_scan_expect(scanner, "}");
	for (i = 0; !error && i < body->n_members; i++)
		raise_height(type, body->members[i].type);
	return error;
}

/* Behind "struct ", "union " or "enum ". */
static struct kabi_error *parse_tagged(struct kabi_parser *parser,
				       unsigned int indent, unsigned int depth,
				       enum kabi_kind kind,
				       struct kabi_type *type)
{
	struct kabi_scanner *scanner = &parser->scanner;
	const char *start = scanner->at;
	bool braces = kind == KABI_KIND_ENUM && kabi_scan_skip(scanner, '{');

	if (!kabi_scan_span(scanner, KABI_SCAN_IDENTIFIER))
		return kabi_scan_error(scanner, "expected a tag");
	if (braces && !kabi_scan_skip(scanner, '}'))
		return kabi_scan_error(scanner, "expected \"}\"");
	/* "struct size" is a tag, "struct size=8 ..." is a body's key. */
	if (kind != KABI_KIND_ENUM && kabi_scan_peek(scanner) == '=') {
		scanner->at = start;
		return parse_untagged(parser, indent, depth, kind, type);
	}
	type->kind = KABI_TYPE_TAGGED;
	type->tag_kind = kind;
	type->name = kabi_strtab_intern(scanner->strings, start,
					scanner->at - start);
	return NULL;
}

/* From "start" on, where one word of it has been read. */
static void parse_name(struct kabi_parser *parser, const char *start,
		       struct kabi_type *type)
{
	struct kabi_scanner *scanner = &parser->scanner;

	/* "unsigned long" goes on while a blank and a letter follow. */
	while (scanner->end - scanner->at >= 2 && *scanner->at == ' ' &&
	       kabi_scan_is(scanner->at[1], KABI_SCAN_IDENTIFIER)) {
		scanner->at++;
		kabi_scan_span(scanner, KABI_SCAN_IDENTIFIER);
	}
	if (word_is(start, scanner->at - start, "void")) {
		type->kind = KABI_TYPE_VOID;
		return;
	}
	type->kind = KABI_TYPE_NAMED;
	type->name = kabi_strtab_intern(scanner->strings, start,
					scanner->at - start);
}

/* KABI_KIND_COUNT when the word is no keyword before a tag. */
static enum kabi_kind tag_kind(const char *word, size_t length)
{
	if (word_is(word, length, "struct"))
		return KABI_KIND_STRUCT;
	if (word_is(word, length, "union"))
		return KABI_KIND_UNION;
	if (word_is(word, length, "enum"))
		return KABI_KIND_ENUM;
	return KABI_KIND_COUNT;
}

/* A core that begins with a word; it has been read from "start". */
static struct kabi_error *parse_word(struct kabi_parser *parser,
				     unsigned int indent, unsigned int depth,
				     const char *start, struct kabi_type *type)
{
	struct kabi_scanner *scanner = &parser->scanner;
	size_t length = scanner->at - start;
	enum kabi_kind kind = tag_kind(start, length);
	char next = kabi_scan_peek(scanner);
	struct kabi_error *error;

	if (kind != KABI_KIND_COUNT) {
		error = kabi_scan_expect(scanner, " ");
		if (error)
			return error;
		return parse_tagged(parser, indent, depth, kind, type);
	}
	if (word_is(start, length, "func") && (next == '(' || next == '['))
		return parse_function(parser, indent, depth, type);
	if (word_is(start, length, "vector") && next == '(')
		return parse_vector(parser, indent, depth, type);
	if (word_is(start, length, "_Complex")) {
		error = kabi_scan_expect(scanner, " ");
		if (error)
			return error;
		return parse_target(parser, indent, depth, KABI_TYPE_COMPLEX,
				    type);
	}
	parse_name(parser, start, type);
	return NULL;
}

/*
 * Is the word a qualifier? They must come in the order of their bits, and the
 * address space last, so that a type has one spelling.
 */
static bool parse_qualifier(const char *word, size_t length,
			    struct kabi_strtab *strings, struct kabi_type *type,
			    bool *sorted)
{
	unsigned int bit, i;

	if (length < 5)
		return false;
	for (i = 0; kabi_qualifier_words[i]; i++) {
		bit = 1u << i;
		if (!word_is(word, length, kabi_qualifier_words[i]))
			continue;
		*sorted = type->quals < bit && !type->space;
		type->quals |= bit;
		return true;
	}
	if (length > strlen("__seg_") &&
	    !memcmp(word, "__seg_", strlen("__seg_"))) {
		*sorted = !type->space;
		type->space = kabi_strtab_intern(strings, word, length);
		return true;
	}
	return false;
}

/* Qualifiers and what they qualify, into *type. */
static struct kabi_error *parse_parts(struct kabi_parser *parser,
				      unsigned int indent, unsigned int depth,
				      struct kabi_type *type)
{
	struct kabi_scanner *scanner = &parser->scanner;
	struct kabi_error *error;
	const char *start;
	bool sorted;

	for (;;) {
		if (kabi_scan_skip(scanner, '*'))
			return parse_target(parser, indent, depth,
					    KABI_TYPE_POINTER, type);
		if (kabi_scan_skip(scanner, '['))
			return parse_array(parser, indent, depth, type);
		if (kabi_scan_skip(scanner, '?')) {
			type->kind = KABI_TYPE_UNKNOWN;
			return kabi_scan_name(scanner, KABI_SCAN_WORD, "a word",
					      &type->name);
		}
		start = scanner->at;
		if (!kabi_scan_span(scanner, KABI_SCAN_IDENTIFIER))
			return kabi_scan_error(scanner, "expected a type");
		if (!parse_qualifier(start, scanner->at - start,
				     scanner->strings, type, &sorted))
			return parse_word(parser, indent, depth, start, type);
		if (!sorted) {
			scanner->at = start;
			return kabi_scan_error(scanner,
					       "qualifiers not sorted");
		}
		error = kabi_scan_expect(scanner, " ");
		if (error)
			return error;
	}
}

void kabi_parser_add_name(struct kabi_parser *parser, struct kabi_type *type)
{
	*(struct kabi_type **)kabi_stack_push(&parser->names, sizeof(type)) =
		type;
}

static struct kabi_error *parse_type(struct kabi_parser *parser,
				     unsigned int indent, unsigned int depth,
				     const struct kabi_type **ret)
{
	struct kabi_scanner *scanner = &parser->scanner;
	struct kabi_type type = { .height = 1 }, *copy;
	const char *start = scanner->at;
	void **shared = NULL;
	struct kabi_error *error;

	if (depth >= KABI_MAX_DEPTH)
		return too_deep(parser);
	error = parse_parts(parser, indent, depth, &type);
	if (error)
		return error;
	if (type.height == 1 && !type.body) {
		shared = kabi_strtab_value(parser->model->types, start,
					   scanner->at - start);
		*ret = *shared;
		if (*ret)
			return NULL;
	}
	copy = kabi_arena_alloc(&parser->model->arena, sizeof(*copy));
	*copy = type;
	if (shared) {
		*shared = copy;
		kabi_parser_add_name(parser, copy);
	}
	*ret = copy;
	return NULL;
}

struct kabi_error *kabi_parse_type_line(struct kabi_parser *parser,
					unsigned int indent, unsigned int depth,
					const struct kabi_type **ret)
{
	struct kabi_scanner *scanner = &parser->scanner;
	const char *start = scanner->at, *eol;
	struct kabi_error *error;
	size_t length;

	length = scanner->end - start;
	eol = length ? memchr(start, '\n', length) : NULL;
	if (eol)
		length = eol - start;
	if (!length || start[length - 1] == '{')
		return parse_type(parser, indent, depth, ret);

	*ret = *kabi_strtab_value(parser->model->types, start, length);
	if (*ret) {
		/* What was parsed before is not too deep where it begins. */
		if (depth && depth + (*ret)->height > KABI_MAX_DEPTH)
			return too_deep(parser);
		scanner->at += length;
		return NULL;
	}
	error = parse_type(parser, indent, depth, ret);
	if (!error && scanner->at != start + length)
		error = kabi_scan_error(scanner, "expected nothing more");
	if (!error)
		*kabi_strtab_value(parser->model->types, start, length) =
			(struct kabi_type *)*ret;
	return error;
}
