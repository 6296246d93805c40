// SPDX-License-Identifier: GPL-2.0-or-later
/* The model back into the text of docs/format.md. */
#include "write.h"

#include <inttypes.h>
#include <limits.h>
#include <stdbool.h>

#include "escape.h"
#include "words.h"

static void add_number(struct kabi_strbuf *buf, uint64_t number)
{
	char digits[20], *at = digits + sizeof(digits);

	do
		*--at = '0' + number % 10;
	while (number /= 10);
	kabi_strbuf_add_bytes(buf, at, digits + sizeof(digits) - at);
}

static void add_key(struct kabi_strbuf *buf, const char *key, const char *value)
{
	kabi_strbuf_add_char(buf, ' ');
	kabi_strbuf_add(buf, key);
	kabi_strbuf_add_char(buf, '=');
	kabi_escape_add(buf, value, KABI_ESCAPE_VALUE);
}

static void add_number_key(struct kabi_strbuf *buf, const char *key,
			   uint64_t value)
{
	kabi_strbuf_add_char(buf, ' ');
	kabi_strbuf_add(buf, key);
	kabi_strbuf_add_char(buf, '=');
	add_number(buf, value);
}

/* Words with commas between them; nothing when there is none. */
static void add_list_key(struct kabi_strbuf *buf, const char *key,
			 const char *const *words, size_t n_words)
{
	if (!n_words)
		return;
	kabi_strbuf_add_char(buf, ' ');
	kabi_strbuf_add(buf, key);
	for (size_t i = 0; i < n_words; i++) {
		kabi_strbuf_add_char(buf, i ? ',' : '=');
		kabi_escape_add(buf, words[i], KABI_ESCAPE_VALUE);
	}
}

static void add_newline(struct kabi_strbuf *buf, int indent)
{
	kabi_strbuf_add_char(buf, '\n');
	while (indent-- > 0)
		kabi_strbuf_add_char(buf, '\t');
}

void kabi_write_int128(struct kabi_strbuf *buf, __int128 value)
{
	/* 2^127 has 39 digits. */
	char digits[40], *at = digits + sizeof(digits);
	unsigned __int128 rest = value;

	if (value < 0) {
		kabi_strbuf_add_char(buf, '-');
		rest = -rest;
	}
	do
		*--at = '0' + (int)(rest % 10);
	while (rest /= 10);
	kabi_strbuf_add_bytes(buf, at, digits + sizeof(digits) - at);
}

void kabi_write_value(struct kabi_strbuf *buf, const struct kabi_record *record)
{
	if (record->is_string)
		kabi_escape_add_string(buf, record->string,
				       record->string_length);
	else
		kabi_write_int128(buf, record->value);
}

static void write_problems(struct kabi_strbuf *buf, int indent,
			   const char *const *problems, size_t n_problems)
{
	size_t i;

	for (i = 0; i < n_problems; i++) {
		add_newline(buf, indent);
		kabi_strbuf_add_char(buf, '!');
		kabi_strbuf_add(buf, problems[i]);
	}
}

/* " +3", " -3" or nothing. */
static void write_line(struct kabi_strbuf *buf, int line)
{
	if (line == INT_MIN)
		return;
	kabi_strbuf_add(buf, line < 0 ? " -" : " +");
	add_number(buf, line < 0 ? -line : line);
}

static void write_members(struct kabi_strbuf *buf, int indent,
			  const struct kabi_body *body)
{
	size_t i;

	for (i = 0; i < body->n_members; i++) {
		const struct kabi_member *member = &body->members[i];

		add_newline(buf, indent);
		add_number(buf, member->offset);
		if (member->bits) {
			kabi_strbuf_add_char(buf, ':');
			add_number(buf, member->bit_offset);
		}
		kabi_strbuf_add_char(buf, ' ');
		kabi_strbuf_add(buf, member->name ? member->name : "-");
		if (member->bits) {
			kabi_strbuf_add_char(buf, ':');
			add_number(buf, member->bits);
		}
		write_line(buf, member->line);
		kabi_strbuf_add_char(buf, ' ');
		kabi_write_type(buf, member->type, indent);
	}
}

static void write_untagged(struct kabi_strbuf *buf,
			   const struct kabi_body *body, int indent)
{
	kabi_strbuf_add(buf, kabi_kind_name(body->kind));
	add_number_key(buf, "size", body->size);
	add_number_key(buf, "align", body->align);
	if (body->transparent)
		add_number_key(buf, "transparent", 1);
	kabi_strbuf_add(buf, " {");
	write_members(buf, indent + 1, body);
	write_problems(buf, indent + 1, body->problems, body->n_problems);
	add_newline(buf, indent);
	kabi_strbuf_add_char(buf, '}');
}

static void write_function(struct kabi_strbuf *buf,
			   const struct kabi_type *type, int indent)
{
	size_t i;

	kabi_strbuf_add(buf, "func");
	for (i = 0; i < type->n_attributes; i++) {
		kabi_strbuf_add_char(buf, i ? ',' : '[');
		kabi_strbuf_add(buf, type->attributes[i]);
	}
	kabi_strbuf_add(buf, type->n_attributes ? "](" : "(");
	for (i = 0; i < type->n_params; i++) {
		if (i)
			kabi_strbuf_add(buf, ", ");
		kabi_write_type(buf, type->params[i], indent);
	}
	if (type->prototype == KABI_PROTOTYPE_VARIADIC)
		kabi_strbuf_add(buf, type->n_params ? ", ..." : "...");
	else if (type->prototype == KABI_PROTOTYPE_NONE)
		kabi_strbuf_add_char(buf, '?');
	else if (!type->n_params)
		kabi_strbuf_add(buf, "void");
	kabi_strbuf_add(buf, ") ");
}

static void write_array(struct kabi_strbuf *buf, const struct kabi_type *type)
{
	kabi_strbuf_add_char(buf, '[');
	if (type->bound == KABI_BOUND_VARIABLE)
		kabi_strbuf_add_char(buf, '*');
	else if (type->bound == KABI_BOUND_CONSTANT)
		add_number(buf, type->count);
	kabi_strbuf_add_char(buf, ']');
}

static void write_qualifiers(struct kabi_strbuf *buf,
			     const struct kabi_type *type)
{
	unsigned int i;

	for (i = 0; type->quals >> i && kabi_qualifier_words[i]; i++) {
		if (!(type->quals & 1u << i))
			continue;
		kabi_strbuf_add(buf, kabi_qualifier_words[i]);
		kabi_strbuf_add_char(buf, ' ');
	}
	if (type->space) {
		kabi_strbuf_add(buf, type->space);
		kabi_strbuf_add_char(buf, ' ');
	}
}

void kabi_write_type(struct kabi_strbuf *buf, const struct kabi_type *type,
		     int depth)
{
	for (; type; type = type->target) {
		write_qualifiers(buf, type);
		switch (type->kind) {
		case KABI_TYPE_VOID:
			kabi_strbuf_add(buf, "void");
			return;
		case KABI_TYPE_POINTER:
			kabi_strbuf_add_char(buf, '*');
			break;
		case KABI_TYPE_ARRAY:
			write_array(buf, type);
			break;
		case KABI_TYPE_FUNCTION:
			write_function(buf, type, depth);
			break;
		case KABI_TYPE_VECTOR:
			kabi_strbuf_add(buf, "vector(");
			add_number(buf, type->count);
			kabi_strbuf_add(buf, ") ");
			break;
		case KABI_TYPE_COMPLEX:
			kabi_strbuf_add(buf, "_Complex ");
			break;
		case KABI_TYPE_TAGGED:
			kabi_strbuf_add(buf, kabi_kind_name(type->tag_kind));
			kabi_strbuf_add_char(buf, ' ');
			/* fall through */
		case KABI_TYPE_NAMED:
			kabi_strbuf_add(buf, type->name);
			return;
		case KABI_TYPE_UNTAGGED:
			write_untagged(buf, type->body, depth);
			return;
		case KABI_TYPE_UNKNOWN:
			kabi_strbuf_add_char(buf, '?');
			kabi_strbuf_add(buf, type->name);
			return;
		}
	}
}

static void write_location(struct kabi_strbuf *buf,
			   const struct kabi_record *record)
{
	if (!record->file)
		return;
	add_key(buf, "at", record->file);
	kabi_strbuf_add_char(buf, ':');
	add_number(buf, record->line);
}

/* The keys of functions and variables. */
static void write_symbol_keys(struct kabi_strbuf *buf,
			      const struct kabi_record *record)
{
	add_key(buf, "role", kabi_role_words[record->role]);
	write_location(buf, record);
	if (record->visibility != KABI_VISIBILITY_DEFAULT)
		add_key(buf, "vis", kabi_visibility_words[record->visibility]);
	if (record->weak)
		add_key(buf, "bind", "weak");
	if (record->alias)
		add_key(buf, "alias", record->alias);
	if (record->section)
		add_key(buf, "section", record->section);
	add_list_key(buf, "attributes", record->attributes,
		     record->n_attributes);
	if (record->kind == KABI_KIND_VARIABLE && record->has_size)
		add_number_key(buf, "size", record->size);
	if (record->tls)
		add_number_key(buf, "tls", 1);
}

/* In the order of the table in parse-key.c. */
static void write_keys(struct kabi_strbuf *buf,
		       const struct kabi_record *record)
{
	switch (record->kind) {
	case KABI_KIND_UNIT:
		add_key(buf, "scope", record->scope);
		if (record->no_macros)
			add_key(buf, "macros", "no");
		if (record->unvalued)
			add_number_key(buf, "unvalued", record->unvalued);
		break;
	case KABI_KIND_BASE:
		add_number_key(buf, "size", record->size);
		add_number_key(buf, "align", record->align);
		add_key(buf, "encoding", kabi_encoding_words[record->encoding]);
		break;
	case KABI_KIND_STRUCT:
	case KABI_KIND_UNION:
		add_number_key(buf, "size", record->body->size);
		add_number_key(buf, "align", record->body->align);
		write_location(buf, record);
		break;
	case KABI_KIND_ENUM:
		add_number_key(buf, "size", record->size);
		add_number_key(buf, "signed", record->is_signed);
		write_location(buf, record);
		if (record->typedef_name)
			add_key(buf, "typedef", record->typedef_name);
		break;
	case KABI_KIND_FUNCTION:
	case KABI_KIND_VARIABLE:
		write_symbol_keys(buf, record);
		break;
	case KABI_KIND_INLINE:
		write_location(buf, record);
		if (record->perhaps_line)
			add_key(buf, "line", "maybe");
		add_list_key(buf, "attributes", record->attributes,
			     record->n_attributes);
		break;
	case KABI_KIND_MACRO:
		write_location(buf, record);
		add_list_key(buf, "config", record->options, record->n_options);
		break;
	case KABI_KIND_EXPORT:
		add_key(buf, "license", kabi_license_words[record->license]);
		if (record->module)
			add_key(buf, "module", record->module);
		if (record->ns)
			add_key(buf, "ns", record->ns);
		break;
	default:
		write_location(buf, record);
		break;
	}
	if (record->local)
		add_number_key(buf, "local", 1);
	if (record->body && record->body->transparent)
		add_number_key(buf, "transparent", 1);
}

static void write_enumerators(struct kabi_strbuf *buf,
			      const struct kabi_record *record)
{
	size_t i;

	for (i = 0; i < record->n_enumerators; i++) {
		const struct kabi_enumerator *enumerator =
			&record->enumerators[i];

		add_newline(buf, 1);
		kabi_strbuf_add(buf, enumerator->name);
		kabi_strbuf_add_char(buf, ' ');
		kabi_write_int128(buf, enumerator->value);
		write_line(buf, enumerator->line);
	}
}

static void write_contents(struct kabi_strbuf *buf,
			   const struct kabi_record *record)
{
	for (size_t i = 0; kabi_contents_words[i]; i++) {
		if (!(record->contents & 1u << i))
			continue;
		add_newline(buf, 1);
		kabi_strbuf_add(buf, kabi_contents_words[i]);
	}
}

static void write_exposure(struct kabi_strbuf *buf,
			   const struct kabi_record *record)
{
	for (size_t i = 0; i < record->n_exposed; i++) {
		const struct kabi_exposed *exposed = &record->exposed[i];

		add_newline(buf, 1);
		kabi_strbuf_add(buf, kabi_dependence_words[exposed->how]);
		if (!exposed->member)
			continue;
		kabi_strbuf_add_char(buf, ' ');
		kabi_strbuf_add(buf, exposed->member);
	}
}

static void write_ranges(struct kabi_strbuf *buf,
			 const struct kabi_record *record)
{
	for (size_t i = 0; i < record->n_ranges; i++) {
		const struct kabi_range *range = &record->ranges[i];

		add_newline(buf, 1);
		add_number(buf, range->first);
		kabi_strbuf_add_char(buf, ' ');
		add_number(buf, range->last);
		for (size_t j = 0; j < range->n_options; j++) {
			kabi_strbuf_add_char(buf, ' ');
			kabi_strbuf_add(buf, range->options[j]);
		}
	}
}

static void write_body(struct kabi_strbuf *buf,
		       const struct kabi_record *record)
{
	switch (record->kind) {
	case KABI_KIND_STRUCT:
	case KABI_KIND_UNION:
		write_members(buf, 1, record->body);
		break;
	case KABI_KIND_ENUM:
		write_enumerators(buf, record);
		break;
	case KABI_KIND_SETTING:
		add_newline(buf, 1);
		kabi_strbuf_add(buf, record->string);
		break;
	case KABI_KIND_CONFIG:
	case KABI_KIND_RULE:
		if (record->is_unset)
			break;
		/* fall through */
	case KABI_KIND_MACRO:
		add_newline(buf, 1);
		kabi_write_value(buf, record);
		break;
	case KABI_KIND_SECTION:
		write_contents(buf, record);
		break;
	case KABI_KIND_EXPOSURE:
		write_exposure(buf, record);
		break;
	case KABI_KIND_CONDITIONS:
		write_ranges(buf, record);
		break;
	default:
		if (!record->type)
			break;
		add_newline(buf, 1);
		kabi_write_type(buf, record->type, 1);
		break;
	}
	if (record->kind == KABI_KIND_INLINE)
		kabi_strbuf_add_format(buf, "\n\tbody %016" PRIx64,
				       record->fingerprint);
}

static bool is_escaped(enum kabi_kind kind)
{
	return kind == KABI_KIND_UNIT || kind == KABI_KIND_SECTION ||
	       kind == KABI_KIND_RULE || kind == KABI_KIND_CONDITIONS;
}

static void write_units(struct kabi_strbuf *buf,
			const struct kabi_record *record)
{
	size_t i;

	if (!record->n_units)
		return;
	add_newline(buf, 1);
	kabi_strbuf_add(buf, "in ");
	add_number(buf, record->units_total);
	for (i = 0; i < record->n_units; i++) {
		kabi_strbuf_add_char(buf, ' ');
		kabi_escape_add(buf, record->units[i], KABI_ESCAPE_FILE);
	}
}

void kabi_write_record(struct kabi_strbuf *buf,
		       const struct kabi_record *record)
{
	kabi_strbuf_add(buf, kabi_kind_name(record->kind));
	kabi_strbuf_add_char(buf, ' ');
	if (is_escaped(record->kind))
		kabi_escape_add(buf, record->name, KABI_ESCAPE_FILE);
	else
		kabi_strbuf_add(buf, record->name);
	write_keys(buf, record);
	write_body(buf, record);
	write_problems(buf, 1, record->problems, record->n_problems);
	write_units(buf, record);
}
