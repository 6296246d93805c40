// SPDX-License-Identifier: GPL-2.0-or-later
/* The keys in the heads of records. */
#include "parse.h"

#include <limits.h>

#include "words.h"

#define BIT(kind) (1u << KABI_KIND_##kind)

enum key_id {
	KEY_SCOPE,
	KEY_MACROS,
	KEY_UNVALUED,
	KEY_ROLE,
	KEY_SIZE,
	KEY_ALIGN,
	KEY_SIGNED,
	KEY_ENCODING,
	KEY_AT,
	KEY_TYPEDEF,
	KEY_LINE,
	KEY_LOCAL,
	KEY_TRANSPARENT,
	KEY_VIS,
	KEY_BIND,
	KEY_ALIAS,
	KEY_SECTION,
	KEY_ATTRIBUTES,
	KEY_CONFIG,
	KEY_TLS,
	KEY_LICENSE,
	KEY_MODULE,
	KEY_NS,
};

/*
 * The keys of each kind, in the order in which they stand: the lines of one
 * kind, read from the top down.
 */
static const struct key {
	const char *name; /* with the "=" */
	enum key_id id;
	unsigned int kinds;    /* that may have it */
	unsigned int required; /* that must have it */
} keys[] = {
	{ "scope=", KEY_SCOPE, BIT(UNIT), BIT(UNIT) },
	{ "macros=", KEY_MACROS, BIT(UNIT), 0 },
	{ "unvalued=", KEY_UNVALUED, BIT(UNIT), 0 },
	{ "role=", KEY_ROLE, BIT(FUNCTION) | BIT(VARIABLE),
	  BIT(FUNCTION) | BIT(VARIABLE) },
	{ "size=", KEY_SIZE, BIT(BASE) | BIT(STRUCT) | BIT(UNION) | BIT(ENUM),
	  BIT(BASE) | BIT(STRUCT) | BIT(UNION) | BIT(ENUM) },
	{ "align=", KEY_ALIGN, BIT(BASE) | BIT(STRUCT) | BIT(UNION),
	  BIT(BASE) | BIT(STRUCT) | BIT(UNION) },
	{ "signed=", KEY_SIGNED, BIT(ENUM), BIT(ENUM) },
	{ "encoding=", KEY_ENCODING, BIT(BASE), BIT(BASE) },
	{ "at=", KEY_AT,
	  BIT(STRUCT) | BIT(UNION) | BIT(ENUM) | BIT(TYPEDEF) | BIT(FUNCTION) |
		  BIT(VARIABLE) | BIT(INLINE) | BIT(MACRO) | BIT(RULE),
	  0 },
	{ "typedef=", KEY_TYPEDEF, BIT(ENUM), 0 },
	{ "local=", KEY_LOCAL,
	  BIT(STRUCT) | BIT(UNION) | BIT(ENUM) | BIT(TYPEDEF), 0 },
	{ "transparent=", KEY_TRANSPARENT, BIT(UNION), 0 },
	{ "vis=", KEY_VIS, BIT(FUNCTION) | BIT(VARIABLE), 0 },
	{ "bind=", KEY_BIND, BIT(FUNCTION) | BIT(VARIABLE), 0 },
	{ "alias=", KEY_ALIAS, BIT(FUNCTION) | BIT(VARIABLE), 0 },
	{ "section=", KEY_SECTION, BIT(FUNCTION) | BIT(VARIABLE), 0 },
	{ "line=", KEY_LINE, BIT(INLINE), 0 },
	{ "attributes=", KEY_ATTRIBUTES, BIT(FUNCTION) | BIT(INLINE), 0 },
	{ "config=", KEY_CONFIG, BIT(MACRO), 0 },
	{ "size=", KEY_SIZE, BIT(VARIABLE), 0 },
	{ "tls=", KEY_TLS, BIT(VARIABLE), 0 },
	{ "license=", KEY_LICENSE, BIT(EXPORT), BIT(EXPORT) },
	{ "module=", KEY_MODULE, BIT(EXPORT), 0 },
	{ "ns=", KEY_NS, BIT(EXPORT), 0 },
};

#define N_KEYS (sizeof(keys) / sizeof(*keys))

/* The index of the value among the words, which are ended by NULL. */
static struct kabi_error *parse_choice(struct kabi_parser *parser,
				       const char *const *words, int *ret)
{
	struct kabi_scanner *scanner = &parser->scanner;
	const char *start = scanner->at;
	size_t length = kabi_scan_span(scanner, KABI_SCAN_GRAPH);
	int i;

	for (i = 0; words[i]; i++) {
		if (strlen(words[i]) == length &&
		    !memcmp(start, words[i], length)) {
			*ret = i;
			return NULL;
		}
	}
	scanner->at = start;
	return kabi_scan_error(scanner, "unknown value");
}

/* A key whose only value is the word: there or not. */
static struct kabi_error *parse_flag(struct kabi_parser *parser,
				     const char *word, bool *ret)
{
	const char *const words[] = { word, NULL };
	int choice;

	*ret = true;
	return parse_choice(parser, words, &choice);
}

/* FILE:LINE; the file is escaped, the colon is the last one. */
static struct kabi_error *parse_location(struct kabi_parser *parser,
					 struct kabi_record *record)
{
	struct kabi_scanner *scanner = &parser->scanner;
	const char *start = scanner->at, *end = scanner->end, *colon;
	struct kabi_error *error;
	uint64_t line;

	colon = memrchr(start, ':', kabi_scan_span(scanner, KABI_SCAN_GRAPH));
	scanner->at = start;
	if (!colon)
		return kabi_scan_error(scanner, "expected FILE:LINE");
	scanner->end = colon;
	error = kabi_scan_value(scanner, KABI_ESCAPE_VALUE, &record->file);
	scanner->end = end;
	if (error)
		return error;
	error = kabi_scan_expect(scanner, ":");
	if (!error)
		error = kabi_scan_number(scanner, UINT_MAX, &line);
	if (!error)
		record->line = line;
	return error;
}

static struct kabi_error *parse_size_key(struct kabi_parser *parser,
					 struct kabi_record *record)
{
	if (record->body)
		return kabi_parse_size(parser, &record->body->size);
	record->has_size = true;
	return kabi_parse_size(parser, &record->size);
}

/* "0" is the usual value, and not written. */
static struct kabi_error *parse_count(struct kabi_parser *parser, uint64_t *ret)
{
	struct kabi_scanner *scanner = &parser->scanner;
	const char *start = scanner->at;
	struct kabi_error *error = kabi_scan_number(scanner, UINT64_MAX, ret);

	if (error || *ret)
		return error;
	scanner->at = start;
	return kabi_scan_error(scanner, "unknown value");
}

/* Words with commas between them, sorted. */
static struct kabi_error *parse_list(struct kabi_parser *parser,
				     const char ***ret, size_t *count)
{
	struct kabi_scanner *scanner = &parser->scanner;
	const char *start = scanner->at, *value, *last = NULL;
	size_t base = parser->words.used;
	struct kabi_error *error =
		kabi_scan_value(scanner, KABI_ESCAPE_VALUE, &value);

	if (error)
		return error;
	for (const char *end;; value = end + 1) {
		const char *word;

		end = strchrnul(value, ',');
		word = kabi_strtab_intern(scanner->strings, value, end - value);
		if (!*word || (last && strcmp(last, word) >= 0)) {
			scanner->at = start;
			return kabi_scan_error(scanner, "not a sorted list");
		}
		*(const char **)kabi_stack_push(&parser->words, sizeof(word)) =
			word;
		last = word;
		if (!*end)
			break;
	}
	*ret = kabi_stack_take(&parser->words, base, sizeof(last),
			       &parser->model->arena, count);
	return NULL;
}

/* Keys whose values are some of a few words. */
static struct kabi_error *parse_word_key(struct kabi_parser *parser,
					 enum key_id id,
					 struct kabi_record *record)
{
	struct kabi_error *error;
	int choice = 0;

	switch (id) {
	case KEY_SCOPE:
		error = parse_choice(parser, kabi_scope_words, &choice);
		record->scope = kabi_scope_words[choice];
		break;
	case KEY_ROLE:
		error = parse_choice(parser, kabi_role_words, &choice);
		record->role = choice;
		break;
	case KEY_SIGNED:
		error = parse_choice(parser, kabi_bool_words, &choice);
		record->is_signed = choice;
		break;
	case KEY_ENCODING:
		error = parse_choice(parser, kabi_encoding_words, &choice);
		record->encoding = choice;
		break;
	case KEY_VIS:
		error = parse_choice(parser, kabi_visibility_words + 1,
				     &choice);
		record->visibility = choice + 1;
		break;
	default: /* KEY_LICENSE */
		error = parse_choice(parser, kabi_license_words, &choice);
		record->license = choice;
		break;
	}
	return error;
}

static struct kabi_error *parse_key(struct kabi_parser *parser, enum key_id id,
				    struct kabi_record *record)
{
	struct kabi_scanner *scanner = &parser->scanner;
	bool *transparent;

	switch (id) {
	case KEY_SIZE:
		return parse_size_key(parser, record);
	case KEY_ALIGN:
		return kabi_parse_align(parser, record->body
							? &record->body->align
							: &record->align);
	case KEY_AT:
		return parse_location(parser, record);
	case KEY_MACROS:
		return parse_flag(parser, "no", &record->no_macros);
	case KEY_UNVALUED:
		return parse_count(parser, &record->unvalued);
	case KEY_LINE:
		return parse_flag(parser, "maybe", &record->perhaps_line);
	case KEY_LOCAL:
		return parse_flag(parser, "1", &record->local);
	case KEY_TRANSPARENT:
		transparent = &record->body->transparent;
		return parse_flag(parser, "1", transparent);
	case KEY_BIND:
		return parse_flag(parser, "weak", &record->weak);
	case KEY_TLS:
		return parse_flag(parser, "1", &record->tls);
	case KEY_TYPEDEF:
		return kabi_scan_value(scanner, KABI_ESCAPE_VALUE,
				       &record->typedef_name);
	case KEY_ALIAS:
		return kabi_scan_value(scanner, KABI_ESCAPE_VALUE,
				       &record->alias);
	case KEY_SECTION:
		return kabi_scan_value(scanner, KABI_ESCAPE_VALUE,
				       &record->section);
	case KEY_ATTRIBUTES:
		return parse_list(parser, &record->attributes,
				  &record->n_attributes);
	case KEY_CONFIG:
		return parse_list(parser, &record->options, &record->n_options);
	case KEY_MODULE:
		return kabi_scan_value(scanner, KABI_ESCAPE_VALUE,
				       &record->module);
	case KEY_NS:
		return kabi_scan_value(scanner, KABI_ESCAPE_VALUE, &record->ns);
	default:
		return parse_word_key(parser, id, record);
	}
}

/* "KEY is missing", when one from "i" on up to "end" must be there. */
static struct kabi_error *check_required(const struct kabi_record *record,
					 size_t i, size_t end)
{
	for (; i < end; i++) {
		if (keys[i].required & 1u << record->kind)
			return kabi_error_create(KABI_ERROR_BAD_DATA,
						 "has no \"%s\"", keys[i].name);
	}
	return NULL;
}

/* The key at the cursor; from "*next" on in the table, which is moved on. */
static struct kabi_error *find_key(struct kabi_parser *parser,
				   const struct kabi_record *record,
				   size_t *next, const struct key **ret)
{
	struct kabi_scanner *scanner = &parser->scanner;
	struct kabi_error *error;
	char first = kabi_scan_peek(scanner);
	size_t i;

	for (i = 0; i < N_KEYS; i++) {
		if (keys[i].name[0] == first &&
		    (keys[i].kinds & 1u << record->kind) &&
		    kabi_scan_looking_at(scanner, keys[i].name))
			break;
	}
	if (i == N_KEYS)
		return kabi_scan_error(scanner, "unknown key");
	if (i < *next)
		return kabi_scan_error(scanner, "key twice or out of order");
	error = check_required(record, *next, i);
	if (error)
		return error;
	*next = i + 1;
	*ret = &keys[i];
	scanner->at += strlen(keys[i].name);
	return NULL;
}

struct kabi_error *kabi_parse_keys(struct kabi_parser *parser,
				   struct kabi_record *record)
{
	struct kabi_scanner *scanner = &parser->scanner;
	const struct key *key = NULL;
	struct kabi_error *error;
	size_t next = 0;

	while (!kabi_scan_at_eol(scanner)) {
		error = kabi_scan_expect(scanner, " ");
		if (!error)
			error = find_key(parser, record, &next, &key);
		if (error)
			return error;
		error = parse_key(parser, key->id, record);
		if (!error && !kabi_scan_at_eol(scanner) &&
		    kabi_scan_peek(scanner) != ' ')
			error = kabi_scan_error(scanner, "unknown value");
		if (error)
			return kabi_error_prefix(error, "key %.*s",
						 (int)strlen(key->name) - 1,
						 key->name);
	}
	return check_required(record, next, N_KEYS);
}

const char *kabi_parse_key_at(enum kabi_kind kind, size_t i)
{
	for (size_t k = 0; k < N_KEYS; k++) {
		if ((keys[k].kinds & 1u << kind) && !i--)
			return keys[k].name;
	}
	return NULL;
}
