// SPDX-License-Identifier: GPL-2.0-or-later
/* Body lines that are words and numbers: of inline, section, exposure ... */
#include <limits.h>

#include "exposure.h"
#include "parse.h"
#include "words.h"

static void stack_free(struct kabi_stack *stack)
{
	free(stack->items);
}

struct kabi_error *kabi_parse_fingerprint(struct kabi_parser *parser,
					  struct kabi_record *record)
{
	static const char digits[] = "0123456789abcdef";
	struct kabi_scanner *scanner = &parser->scanner;
	struct kabi_error *error = kabi_parse_newline(parser, 1);

	if (!error)
		error = kabi_scan_expect(scanner, "body ");
	for (int i = 0; !error && i < 16; i++) {
		char c = kabi_scan_peek(scanner);
		const char *digit = c ? strchr(digits, c) : NULL;

		if (!digit)
			return kabi_scan_error(scanner, "expected 16 digits");
		record->fingerprint = record->fingerprint << 4 |
				      (uint64_t)(digit - digits);
		scanner->at++;
	}
	if (!error && !kabi_scan_at_eol(scanner))
		error = kabi_scan_error(scanner, "expected nothing more");
	return error;
}

struct kabi_error *kabi_parse_contents(struct kabi_parser *parser,
				       struct kabi_record *record)
{
	struct kabi_scanner *scanner = &parser->scanner;
	unsigned int i = 0;
	char next;

	/* At least one of them. */
	do {
		struct kabi_error *error = kabi_parse_newline(parser, 1);
		const char *start = scanner->at;
		size_t length;

		if (error)
			return error;
		length = kabi_scan_span(scanner, KABI_SCAN_GRAPH);
		while (kabi_contents_words[i] &&
		       (strlen(kabi_contents_words[i]) != length ||
			memcmp(start, kabi_contents_words[i], length) != 0))
			i++;
		if (!kabi_contents_words[i] || !kabi_scan_at_eol(scanner)) {
			scanner->at = start;
			return kabi_scan_error(scanner,
					       "expected asm, code or data");
		}
		record->contents |= 1u << i++;
		next = kabi_parse_next_line(parser, 1);
	} while (next && next != '!' && next != 'i');
	return NULL;
}

/* Behind an earlier one, and not twice? */
static bool exposed_in_order(const struct kabi_exposed *a,
			     const struct kabi_exposed *b)
{
	if (a->how != b->how)
		return a->how < b->how;
	return a->member && strcmp(a->member, b->member) < 0;
}

struct kabi_error *kabi_parse_exposure(struct kabi_parser *parser,
				       struct kabi_record *record)
{
	struct kabi_scanner *scanner = &parser->scanner;
	kabi_cleanup(stack_free) struct kabi_stack stack = { 0 };
	bool is_list =
		kabi_exposure_is_list(record->name, strlen(record->name));
	struct kabi_exposed last = { 0 };
	char next = is_list ? kabi_parse_next_line(parser, 1) : ' ';

	while (next && next != '!') {
		struct kabi_error *error = kabi_parse_newline(parser, 1);
		const char *start = scanner->at;
		struct kabi_exposed exposed = { 0 };
		size_t path;

		if (!error)
			error = kabi_exposure_scan(scanner, is_list,
						   &exposed.how, &path);
		if (error)
			return error;
		if (path)
			exposed.member = kabi_strtab_intern(
				scanner->strings, scanner->at - path, path);
		if (stack.used && !exposed_in_order(&last, &exposed)) {
			scanner->at = start;
			return kabi_scan_error(scanner, "not sorted");
		}
		*(struct kabi_exposed *)kabi_stack_push(
			&stack, sizeof(exposed)) = exposed;
		last = exposed;
		next = kabi_parse_next_line(parser, 1);
	}
	record->exposed = kabi_stack_take(&stack, 0, sizeof(last),
					  &parser->model->arena,
					  &record->n_exposed);
	return NULL;
}

/* Sorted, at least one. */
static struct kabi_error *parse_options(struct kabi_parser *parser,
					struct kabi_range *range)
{
	struct kabi_scanner *scanner = &parser->scanner;
	size_t base = parser->words.used;
	const char *option, *last = NULL;

	do {
		struct kabi_error *error = kabi_scan_expect(scanner, " ");

		if (!error)
			error = kabi_scan_name(scanner, KABI_SCAN_IDENTIFIER,
					       "an option", &option);
		if (error)
			return error;
		if (last && strcmp(last, option) >= 0)
			return kabi_scan_error(scanner, "options not sorted");
		*(const char **)kabi_stack_push(&parser->words,
						sizeof(option)) = option;
		last = option;
	} while (!kabi_scan_at_eol(scanner));
	range->options = kabi_stack_take(&parser->words, base, sizeof(option),
					 &parser->model->arena,
					 &range->n_options);
	return NULL;
}

static struct kabi_error *parse_range(struct kabi_parser *parser,
				      struct kabi_range *range)
{
	struct kabi_scanner *scanner = &parser->scanner;
	struct kabi_error *error = kabi_parse_newline(parser, 1);
	uint64_t first = 0, last = 0;

	if (!error)
		error = kabi_scan_number(scanner, UINT_MAX, &first);
	if (!error)
		error = kabi_scan_expect(scanner, " ");
	if (!error)
		error = kabi_scan_number(scanner, UINT_MAX, &last);
	if (!error && (!first || last < first))
		error = kabi_scan_error(scanner, "no range of lines");
	if (error)
		return error;
	range->first = first;
	range->last = last;
	return parse_options(parser, range);
}

struct kabi_error *kabi_parse_ranges(struct kabi_parser *parser,
				     struct kabi_record *record)
{
	kabi_cleanup(stack_free) struct kabi_stack stack = { 0 };
	struct kabi_range last = { 0 };
	char next;

	do {
		struct kabi_range range = { 0 };
		struct kabi_error *error = parse_range(parser, &range);

		if (error)
			return error;
		if (range.first < last.first ||
		    (range.first == last.first && range.last <= last.last))
			return kabi_scan_error(&parser->scanner,
					       "ranges not sorted");
		*(struct kabi_range *)kabi_stack_push(&stack, sizeof(range)) =
			range;
		last = range;
		next = kabi_parse_next_line(parser, 1);
	} while (next >= '0' && next <= '9');
	record->ranges = kabi_stack_take(&stack, 0, sizeof(last),
					 &parser->model->arena,
					 &record->n_ranges);
	return NULL;
}
