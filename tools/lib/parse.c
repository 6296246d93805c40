// SPDX-License-Identifier: GPL-2.0-or-later
/* Records: their names, and which body which kind has. */
#include "parse.h"
#include "exposure.h"

/* "unsigned long", up to a word with a "=" in it. */
static size_t span_base_name(struct kabi_scanner *scanner)
{
	const char *start = scanner->at, *end = start;

	while (kabi_scan_span(scanner, KABI_SCAN_IDENTIFIER) &&
	       kabi_scan_peek(scanner) != '=') {
		end = scanner->at;
		if (!kabi_scan_skip(scanner, ' '))
			break;
	}
	scanner->at = end;
	return end - start;
}

/* Like "{FIRST}", the name of an untagged enum. */
static size_t span_enum_name(struct kabi_scanner *scanner)
{
	const char *start = scanner->at;
	bool braces = kabi_scan_skip(scanner, '{');

	if (!kabi_scan_span(scanner, KABI_SCAN_IDENTIFIER))
		return 0;
	if (braces && !kabi_scan_skip(scanner, '}'))
		return 0;
	return scanner->at - start;
}

static struct kabi_error *parse_name(struct kabi_parser *parser,
				     struct kabi_record *record)
{
	struct kabi_scanner *scanner = &parser->scanner;
	const char *start = scanner->at;
	size_t length;

	switch (record->kind) {
	case KABI_KIND_UNIT:
	case KABI_KIND_SECTION:
	case KABI_KIND_RULE:
	case KABI_KIND_CONDITIONS:
		return kabi_scan_value(scanner, KABI_ESCAPE_FILE,
				       &record->name);
	case KABI_KIND_BASE:
		length = span_base_name(scanner);
		break;
	case KABI_KIND_ENUM:
		length = span_enum_name(scanner);
		break;
	case KABI_KIND_SETTING:
	case KABI_KIND_FUNCTION:
	case KABI_KIND_VARIABLE:
	case KABI_KIND_CALL:
	case KABI_KIND_EXPORT:
		/* What the assembler calls a symbol may be more than a name. */
		length = kabi_scan_span(scanner, KABI_SCAN_GRAPH);
		if (memchr(start, '=', length))
			length = 0;
		break;
	case KABI_KIND_EXPOSURE:
		length = kabi_exposure_span_name(scanner);
		break;
	default:
		length = kabi_scan_span(scanner, KABI_SCAN_IDENTIFIER);
		break;
	}
	if (!length || (!kabi_scan_at_eol(scanner) && *scanner->at != ' ')) {
		scanner->at = start;
		return kabi_scan_error(scanner, "bad name");
	}
	record->name = kabi_strtab_intern(scanner->strings, start, length);
	return NULL;
}

/* A macro's or an option's value. */
static struct kabi_error *parse_value(struct kabi_parser *parser,
				      struct kabi_record *record)
{
	struct kabi_scanner *scanner = &parser->scanner;
	struct kabi_error *error;

	if (kabi_scan_peek(scanner) != '"')
		return kabi_scan_integer(scanner, &record->value);
	error = kabi_scan_string(scanner);
	if (error)
		return error;
	record->is_string = true;
	record->string_length = scanner->unescaped.length;
	record->string = kabi_strtab_intern(
		scanner->strings,
		scanner->unescaped.string ? scanner->unescaped.string : "",
		record->string_length);
	return NULL;
}

static struct kabi_error *parse_type(struct kabi_parser *parser,
				     struct kabi_record *record)
{
	struct kabi_error *error = kabi_parse_newline(parser, 1);

	if (error)
		return error;
	return kabi_parse_type_line(parser, 1, 0, &record->type);
}

/* The lines between the head and the `!` lines. */
static struct kabi_error *parse_body(struct kabi_parser *parser,
				     struct kabi_record *record)
{
	struct kabi_scanner *scanner = &parser->scanner;
	struct kabi_error *error;

	switch (record->kind) {
	case KABI_KIND_STRUCT:
	case KABI_KIND_UNION:
		return kabi_parse_members(parser, 1, 0, record->body);
	case KABI_KIND_ENUM:
		return kabi_parse_enumerators(parser, record);
	case KABI_KIND_SETTING:
		error = kabi_parse_newline(parser, 1);
		if (!error)
			error = kabi_scan_line(scanner, &record->string);
		if (!error)
			record->string_length = strlen(record->string);
		return error;
	case KABI_KIND_TYPEDEF:
	case KABI_KIND_FUNCTION:
	case KABI_KIND_VARIABLE:
		return parse_type(parser, record);
	case KABI_KIND_INLINE:
		error = parse_type(parser, record);
		return error ? error : kabi_parse_fingerprint(parser, record);
	case KABI_KIND_CONFIG:
	case KABI_KIND_RULE:
		/* Neither `!` nor `in`: a value. */
		record->is_unset =
			!kabi_parse_next_line(parser, 1) ||
			strchr("!i", kabi_parse_next_line(parser, 1));
		if (record->is_unset)
			return NULL;
		/* fall through */
	case KABI_KIND_MACRO:
		error = kabi_parse_newline(parser, 1);
		return error ? error : parse_value(parser, record);
	case KABI_KIND_SECTION:
		return kabi_parse_contents(parser, record);
	case KABI_KIND_EXPOSURE:
		return kabi_parse_exposure(parser, record);
	case KABI_KIND_CONDITIONS:
		return kabi_parse_ranges(parser, record);
	default:
		return NULL;
	}
}

/* Everything behind "KIND NAME". */
static struct kabi_error *parse_rest(struct kabi_parser *parser,
				     struct kabi_record *record)
{
	struct kabi_error *error;

	error = kabi_parse_keys(parser, record);
	if (!error)
		error = parse_body(parser, record);
	if (!error)
		error = kabi_parse_problems(parser, 1, &record->problems,
					    &record->n_problems);
	if (!error)
		error = kabi_parse_units(parser, record);
	if (!error && parser->scanner.at != parser->scanner.end) {
		kabi_scan_skip(&parser->scanner, '\n');
		kabi_scan_skip(&parser->scanner, '\t');
		error = kabi_scan_error(&parser->scanner, "unexpected");
	}
	return error;
}

static struct kabi_error *parse_kind(struct kabi_parser *parser,
				     enum kabi_kind *ret)
{
	struct kabi_scanner *scanner = &parser->scanner;
	const char *start = scanner->at;
	size_t length = kabi_scan_span(scanner, KABI_SCAN_IDENTIFIER);

	if (kabi_kind_parse(start, length, ret))
		return kabi_scan_expect(scanner, " ");
	scanner->at = start;
	return kabi_scan_error(scanner, "unknown kind of record");
}

void kabi_parser_begin(struct kabi_parser *parser, const char *text,
		       size_t length)
{
	parser->scanner.at = text;
	parser->scanner.end = text + length;
	/* An error may have left something on them. */
	parser->members.used = 0;
	parser->enumerators.used = 0;
	parser->types.used = 0;
	parser->words.used = 0;
}

void kabi_parser_add_record(struct kabi_parser *parser,
			    struct kabi_record *record)
{
	struct kabi_model *model = parser->model;

	kabi_array_reserve(&model->records, model->n_records,
			   &model->room_records, sizeof(*model->records));
	model->records[model->n_records++] = record;
}

struct kabi_error *kabi_parse_record(struct kabi_parser *parser,
				     const char *text, size_t length,
				     struct kabi_record **ret)
{
	struct kabi_model *model = parser->model;
	struct kabi_record record = { .kind = KABI_KIND_COUNT };
	struct kabi_body body = { .kind = KABI_KIND_COUNT };
	struct kabi_error *error;

	kabi_parser_begin(parser, text, length);
	error = parse_kind(parser, &record.kind);
	if (error)
		return error;
	error = parse_name(parser, &record);
	if (error)
		return kabi_error_prefix(error, "%s",
					 kabi_kind_name(record.kind));
	if (record.kind == KABI_KIND_STRUCT || record.kind == KABI_KIND_UNION) {
		body.kind = record.kind;
		record.body = &body;
	}
	error = parse_rest(parser, &record);
	if (error)
		return kabi_error_prefix(error, "%s %s",
					 kabi_kind_name(record.kind),
					 record.name);
	if (record.body) {
		record.body = kabi_arena_alloc(&model->arena, sizeof(body));
		*record.body = body;
	}
	*ret = kabi_arena_alloc(&model->arena, sizeof(record));
	**ret = record;
	kabi_parser_add_record(parser, *ret);
	return NULL;
}

struct kabi_parser *kabi_parser_create(struct kabi_model *model)
{
	struct kabi_parser *parser = kabi_xcalloc(1, sizeof(*parser));

	parser->model = model;
	parser->scanner.strings = model->strings;
	return parser;
}

void kabi_parser_destroy(struct kabi_parser *parser)
{
	if (!parser)
		return;
	kabi_strbuf_deinit(&parser->scanner.unescaped);
	free(parser->members.items);
	free(parser->enumerators.items);
	free(parser->types.items);
	free(parser->words.items);
	free(parser->names.items);
	free(parser);
}
