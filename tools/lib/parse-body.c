// SPDX-License-Identifier: GPL-2.0-or-later
/* The body lines of records (docs/format.md 2). */
#include "parse.h"

#include <limits.h>

/* No integer type that Linux knows has more bits. */
#define MAX_BITS 65535

void *kabi_stack_push(struct kabi_stack *stack, size_t size)
{
	kabi_array_reserve(&stack->items, stack->used, &stack->room, size);
	return (char *)stack->items + stack->used++ * size;
}

void *kabi_stack_take(struct kabi_stack *stack, size_t base, size_t size,
		      struct kabi_arena *arena, size_t *count)
{
	void *copy;

	*count = stack->used - base;
	stack->used = base;
	if (!*count)
		return NULL;
	copy = kabi_arena_alloc(arena, *count * size);
	return memcpy(copy, (char *)stack->items + base * size, *count * size);
}

struct kabi_error *kabi_parse_size(struct kabi_parser *parser, uint64_t *ret)
{
	return kabi_scan_number(&parser->scanner, INT64_MAX, ret);
}

struct kabi_error *kabi_parse_align(struct kabi_parser *parser, uint64_t *ret)
{
	struct kabi_scanner *scanner = &parser->scanner;
	const char *start = scanner->at;
	struct kabi_error *error;

	error = kabi_scan_number(scanner, INT64_MAX, ret);
	if (error)
		return error;
	if (*ret && !(*ret & (*ret - 1)))
		return NULL;
	scanner->at = start;
	return kabi_scan_error(scanner, "alignment is no power of two");
}

char kabi_parse_next_line(const struct kabi_parser *parser, unsigned int indent)
{
	const struct kabi_scanner *scanner = &parser->scanner;
	const char *at = scanner->at;
	unsigned int i;

	if ((size_t)(scanner->end - at) < indent + 2 || *at != '\n')
		return '\0';
	for (i = 0; i < indent; i++) {
		if (*++at != '\t')
			return '\0';
	}
	return at[1];
}

struct kabi_error *kabi_parse_newline(struct kabi_parser *parser,
				      unsigned int indent)
{
	struct kabi_scanner *scanner = &parser->scanner;
	unsigned int i;

	if (!kabi_scan_skip(scanner, '\n'))
		return kabi_scan_error(scanner, "expected a new line");
	for (i = 0; i < indent; i++) {
		if (!kabi_scan_skip(scanner, '\t'))
			return kabi_scan_error(scanner, "expected a TAB");
	}
	return NULL;
}

/* " +3", " -3" or nothing; INT_MIN is "unknown". */
static struct kabi_error *parse_line(struct kabi_parser *parser, int *ret)
{
	struct kabi_scanner *scanner = &parser->scanner;
	struct kabi_error *error;
	uint64_t number;
	char sign;

	*ret = INT_MIN;
	if (scanner->end - scanner->at < 2 || scanner->at[0] != ' ')
		return NULL;
	sign = scanner->at[1];
	if (sign != '+' && sign != '-')
		return NULL;
	scanner->at += 2;
	error = kabi_scan_number(scanner, INT_MAX, &number);
	if (error)
		return error;
	if (sign == '-' && !number)
		return kabi_scan_error(scanner, "line -0");
	*ret = sign == '-' ? -(int)number : (int)number;
	return NULL;
}

/* "OFFSET NAME" or "OFFSET:BIT NAME:WIDTH". */
static struct kabi_error *parse_place(struct kabi_parser *parser,
				      struct kabi_member *member)
{
	struct kabi_scanner *scanner = &parser->scanner;
	struct kabi_error *error;
	uint64_t number;
	bool bits;

	error = kabi_parse_size(parser, &member->offset);
	if (error)
		return error;
	bits = kabi_scan_skip(scanner, ':');
	if (bits) {
		error = kabi_scan_number(scanner, 7, &number);
		if (error)
			return error;
		member->bit_offset = number;
	}
	error = kabi_scan_expect(scanner, " ");
	if (!error && !kabi_scan_skip(scanner, '-'))
		error = kabi_scan_name(scanner, KABI_SCAN_IDENTIFIER,
				       "a member's name", &member->name);
	if (error || !bits)
		return error;
	error = kabi_scan_expect(scanner, ":");
	if (!error)
		error = kabi_scan_number(scanner, MAX_BITS, &number);
	if (error)
		return error;
	if (!number)
		return kabi_scan_error(scanner, "bit-field without bits");
	member->bits = number;
	return NULL;
}

static struct kabi_error *parse_member(struct kabi_parser *parser,
				       unsigned int indent, unsigned int depth,
				       struct kabi_member *member)
{
	struct kabi_error *error;

	error = parse_place(parser, member);
	if (!error)
		error = parse_line(parser, &member->line);
	if (!error)
		error = kabi_scan_expect(&parser->scanner, " ");
	if (!error)
		error = kabi_parse_type_line(parser, indent, depth,
					     &member->type);
	if (error && member->name)
		return kabi_error_prefix(error, "member %s", member->name);
	return kabi_error_prefix(error, "nameless member");
}

struct kabi_error *kabi_parse_members(struct kabi_parser *parser,
				      unsigned int indent, unsigned int depth,
				      struct kabi_body *body)
{
	size_t base = parser->members.used;
	struct kabi_error *error;

	for (;;) {
		struct kabi_member member = { 0 };
		char next = kabi_parse_next_line(parser, indent);

		if (next < '0' || next > '9')
			break;
		parser->scanner.at += 1 + indent;
		error = parse_member(parser, indent, depth, &member);
		if (error)
			return error;
		*(struct kabi_member *)kabi_stack_push(&parser->members,
						       sizeof(member)) = member;
	}
	body->members =
		kabi_stack_take(&parser->members, base, sizeof(*body->members),
				&parser->model->arena, &body->n_members);
	return NULL;
}

/*
 * Is the next line "in N FILE ..."? Only an enumerator can be called `in`, and
 * has nothing behind its value but its line.
 */
static bool units_follow(const struct kabi_parser *parser)
{
	struct kabi_scanner ahead = parser->scanner;

	if (kabi_parse_next_line(parser, 1) != 'i')
		return false;
	ahead.at += 2;
	if (!kabi_scan_looking_at(&ahead, "in "))
		return false;
	ahead.at += strlen("in ");
	kabi_scan_span(&ahead, KABI_SCAN_GRAPH);
	return kabi_scan_skip(&ahead, ' ') && kabi_scan_peek(&ahead) != '+' &&
	       kabi_scan_peek(&ahead) != '-';
}

struct kabi_error *kabi_parse_enumerators(struct kabi_parser *parser,
					  struct kabi_record *record)
{
	struct kabi_scanner *scanner = &parser->scanner;
	size_t base = parser->enumerators.used;
	struct kabi_error *error;

	for (;;) {
		struct kabi_enumerator enumerator = { 0 };
		char next = kabi_parse_next_line(parser, 1);

		if (!kabi_scan_is(next, KABI_SCAN_IDENTIFIER) ||
		    units_follow(parser))
			break;
		scanner->at += 2;
		error = kabi_scan_name(scanner, KABI_SCAN_IDENTIFIER,
				       "an enumerator", &enumerator.name);
		if (error)
			return error;
		error = kabi_scan_expect(scanner, " ");
		if (!error)
			error = kabi_scan_integer(scanner, &enumerator.value);
		if (!error)
			error = parse_line(parser, &enumerator.line);
		if (!error && !kabi_scan_at_eol(scanner))
			error = kabi_scan_error(scanner,
						"expected nothing more");
		if (error)
			return kabi_error_prefix(error, "enumerator %s",
						 enumerator.name);
		*(struct kabi_enumerator *)kabi_stack_push(
			&parser->enumerators, sizeof(enumerator)) = enumerator;
	}
	record->enumerators = kabi_stack_take(&parser->enumerators, base,
					      sizeof(*record->enumerators),
					      &parser->model->arena,
					      &record->n_enumerators);
	return NULL;
}

struct kabi_error *kabi_parse_problems(struct kabi_parser *parser,
				       unsigned int indent, const char ***ret,
				       size_t *count)
{
	struct kabi_scanner *scanner = &parser->scanner;
	size_t base = parser->words.used;
	const char *problem;
	struct kabi_error *error;

	while (kabi_parse_next_line(parser, indent) == '!') {
		scanner->at += 1 + indent;
		error = kabi_scan_expect(scanner, "!");
		if (!error)
			error = kabi_scan_line(scanner, &problem);
		if (error)
			return error;
		*(const char **)kabi_stack_push(&parser->words,
						sizeof(problem)) = problem;
	}
	*ret = kabi_stack_take(&parser->words, base, sizeof(problem),
			       &parser->model->arena, count);
	return NULL;
}

struct kabi_error *kabi_parse_units(struct kabi_parser *parser,
				    struct kabi_record *record)
{
	struct kabi_scanner *scanner = &parser->scanner;
	size_t base = parser->words.used;
	const char *unit, *last = NULL;
	struct kabi_error *error;
	uint64_t total;

	if (!units_follow(parser))
		return NULL;
	scanner->at += 2 + strlen("in ");
	error = kabi_scan_number(scanner, SIZE_MAX, &total);
	if (error)
		return error;
	do {
		error = kabi_scan_expect(scanner, " ");
		if (!error)
			error = kabi_scan_value(scanner, KABI_ESCAPE_FILE,
						&unit);
		if (error)
			return error;
		if (last && strcmp(last, unit) >= 0)
			return kabi_scan_error(scanner, "files not sorted");
		*(const char **)kabi_stack_push(&parser->words, sizeof(unit)) =
			unit;
		last = unit;
	} while (!kabi_scan_at_eol(scanner));
	record->units = kabi_stack_take(&parser->words, base, sizeof(unit),
					&parser->model->arena,
					&record->n_units);
	record->units_total = total;
	if (record->n_units > total)
		return kabi_scan_error(scanner, "more files than translation "
						"units");
	return NULL;
}
