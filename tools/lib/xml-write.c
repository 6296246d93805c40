// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * The model as XML. A record is an element named after its kind; its keys are
 * attributes with the names and values that they have in the text. What the
 * text says in lines and in prefix notation, members and types, are elements
 * here, so that XPath can ask for them. docs/kabi-baseline.rng has it all.
 *
 * Heads are made from the record's text: there is one writer of keys.
 */
#include <errno.h>
#include <inttypes.h>
#include <libxml/xmlwriter.h>
#include <limits.h>
#include <string.h>

#include "alloc.h"
#include "escape.h"
#include "utf8.h"
#include "words.h"
#include "write.h"
#include "xml.h"

struct writer {
	xmlTextWriterPtr xml;
	FILE *stream;
	const struct kabi_record *record; /* for messages */
	struct kabi_strbuf scratch;
	struct kabi_error *error; /* the first one */
	bool failed;		  /* of memory or of the stream */
};

/* libxml2's calls return a count or -1. */
static void check(struct writer *writer, int result)
{
	if (result < 0)
		writer->failed = true;
}

static void start(struct writer *writer, const char *element)
{
	check(writer, xmlTextWriterStartElement(writer->xml, BAD_CAST element));
}

static void end(struct writer *writer)
{
	check(writer, xmlTextWriterEndElement(writer->xml));
}

/* XML has no way at all to hold some characters, escaped or not. */
static bool is_xml(const char *string)
{
	size_t length = strlen(string);

	for (size_t i = 0; i < length; i++) {
		if ((unsigned char)string[i] < ' ' && string[i] != '\t')
			return false;
	}
	/* U+FFFE and U+FFFF. */
	return kabi_utf8_valid(string, length) &&
	       !strstr(string, "\xef\xbf\xbe") &&
	       !strstr(string, "\xef\xbf\xbf");
}

static const char *checked(struct writer *writer, const char *string)
{
	if (is_xml(string))
		return string;
	if (!writer->error)
		writer->error = kabi_error_create(
			KABI_ERROR_UNSUPPORTED,
			"%s %s: a byte that XML cannot hold",
			writer->record ? kabi_kind_name(writer->record->kind)
				       : "header",
			writer->record ? writer->record->name : "");
	return "?";
}

static void attribute(struct writer *writer, const char *name,
		      const char *value)
{
	check(writer,
	      xmlTextWriterWriteAttribute(writer->xml, BAD_CAST name,
					  BAD_CAST checked(writer, value)));
}

static void attribute_integer(struct writer *writer, const char *name,
			      __int128 value)
{
	kabi_strbuf_truncate(&writer->scratch, 0);
	kabi_write_int128(&writer->scratch, value);
	attribute(writer, name, writer->scratch.string);
}

static void attribute_flag(struct writer *writer, const char *name, bool value)
{
	if (value)
		attribute(writer, name, "1");
}

static void write_problems(struct writer *writer, const char *const *problems,
			   size_t n)
{
	for (size_t i = 0; i < n; i++)
		check(writer, xmlTextWriterWriteElement(
				      writer->xml, BAD_CAST "problem",
				      BAD_CAST checked(writer, problems[i])));
}

static void write_type(struct writer *writer, const struct kabi_type *type);

static void write_members(struct writer *writer, const struct kabi_body *body)
{
	for (size_t i = 0; i < body->n_members; i++) {
		const struct kabi_member *member = &body->members[i];

		start(writer, "member");
		attribute_integer(writer, "offset", member->offset);
		if (member->bits)
			attribute_integer(writer, "bit", member->bit_offset);
		if (member->name)
			attribute(writer, "name", member->name);
		if (member->bits)
			attribute_integer(writer, "bits", member->bits);
		if (member->line != INT_MIN)
			attribute_integer(writer, "line", member->line);
		write_type(writer, member->type);
		end(writer);
	}
}

static void write_untagged(struct writer *writer, const struct kabi_body *body)
{
	attribute_integer(writer, "size", body->size);
	attribute_integer(writer, "align", body->align);
	attribute_flag(writer, "transparent", body->transparent);
	write_members(writer, body);
	write_problems(writer, body->problems, body->n_problems);
}

static void write_function(struct writer *writer, const struct kabi_type *type)
{
	if (type->prototype == KABI_PROTOTYPE_NONE)
		attribute(writer, "prototype", "no");
	attribute_flag(writer, "variadic",
		       type->prototype == KABI_PROTOTYPE_VARIADIC);
	if (type->n_attributes) {
		kabi_strbuf_truncate(&writer->scratch, 0);
		for (size_t i = 0; i < type->n_attributes; i++)
			kabi_strbuf_add_format(&writer->scratch, "%s%s",
					       i ? " " : "",
					       type->attributes[i]);
		attribute(writer, "attributes", writer->scratch.string);
	}
	start(writer, "returns");
	write_type(writer, type->target);
	end(writer);
	for (size_t i = 0; i < type->n_params; i++) {
		start(writer, "parameter");
		write_type(writer, type->params[i]);
		end(writer);
	}
}

static const char *element_name(const struct kabi_type *type)
{
	switch (type->kind) {
	case KABI_TYPE_VOID:
		return "void";
	case KABI_TYPE_POINTER:
		return "pointer";
	case KABI_TYPE_ARRAY:
		return "array";
	case KABI_TYPE_FUNCTION:
		return "function-type";
	case KABI_TYPE_VECTOR:
		return "vector";
	case KABI_TYPE_COMPLEX:
		return "complex";
	case KABI_TYPE_NAMED:
		return "type-ref";
	case KABI_TYPE_UNTAGGED:
		return kabi_kind_name(type->body->kind);
	case KABI_TYPE_TAGGED:
		if (type->tag_kind == KABI_KIND_STRUCT)
			return "struct-ref";
		if (type->tag_kind == KABI_KIND_UNION)
			return "union-ref";
		return "enum-ref";
	default:
		return "unknown";
	}
}

/* Types nest as deep as the parser lets them: KABI_MAX_DEPTH. */
static void write_type(struct writer *writer, const struct kabi_type *type)
{
	start(writer, element_name(type));
	for (int i = 0; kabi_qualifier_words[i]; i++)
		attribute_flag(writer, kabi_qualifier_words[i],
			       type->quals & 1u << i);
	if (type->space)
		attribute(writer, "space", type->space);
	switch (type->kind) {
	case KABI_TYPE_ARRAY:
		if (type->bound == KABI_BOUND_CONSTANT)
			attribute_integer(writer, "count", type->count);
		attribute_flag(writer, "variable",
			       type->bound == KABI_BOUND_VARIABLE);
		write_type(writer, type->target);
		break;
	case KABI_TYPE_VECTOR:
		attribute_integer(writer, "count", type->count);
		write_type(writer, type->target);
		break;
	case KABI_TYPE_POINTER:
	case KABI_TYPE_COMPLEX:
		write_type(writer, type->target);
		break;
	case KABI_TYPE_FUNCTION:
		write_function(writer, type);
		break;
	case KABI_TYPE_NAMED:
	case KABI_TYPE_TAGGED:
	case KABI_TYPE_UNKNOWN:
		attribute(writer, "name", type->name);
		break;
	case KABI_TYPE_UNTAGGED:
		write_untagged(writer, type->body);
		break;
	case KABI_TYPE_VOID:
		break;
	}
	end(writer);
}

static void write_enumerators(struct writer *writer,
			      const struct kabi_record *record)
{
	for (size_t i = 0; i < record->n_enumerators; i++) {
		const struct kabi_enumerator *e = &record->enumerators[i];

		start(writer, "enumerator");
		attribute(writer, "name", e->name);
		attribute_integer(writer, "value", e->value);
		if (e->line != INT_MIN)
			attribute_integer(writer, "line", e->line);
		end(writer);
	}
}

/* An integer, or the string as it stands between its quotes. */
static void write_value(struct writer *writer, const struct kabi_record *record)
{
	struct kabi_strbuf *text = &writer->scratch;

	if (!record->is_string) {
		attribute_integer(writer, "value", record->value);
		return;
	}
	kabi_strbuf_truncate(text, 0);
	kabi_escape_add_string(text, record->string, record->string_length);
	kabi_strbuf_truncate(text, text->length - 1);
	attribute(writer, "string", text->string + 1);
}

/*
 * "KIND NAME KEY=VALUE ..." into attributes; the NAME goes up to the first word
 * that holds a "=".
 */
static void write_head(struct writer *writer, char *head)
{
	char *name = strchr(head, ' ') + 1;
	char *word = strchr(name, ' ');

	while (word && strcspn(word + 1, "=") >= strcspn(word + 1, " "))
		word = strchr(word + 1, ' ');
	if (word)
		*word++ = '\0';
	attribute(writer, "name", name);
	while (word) {
		char *value = strchr(word, '=');
		char *next = strchr(word, ' ');

		if (next)
			*next++ = '\0';
		*value++ = '\0';
		attribute(writer, word, value);
		word = next;
	}
}

static void write_contents(struct writer *writer,
			   const struct kabi_record *record)
{
	for (int i = 0; kabi_contents_words[i]; i++)
		attribute_flag(writer, kabi_contents_words[i],
			       record->contents & 1u << i);
}

static void write_ranges(struct writer *writer,
			 const struct kabi_record *record)
{
	for (size_t i = 0; i < record->n_ranges; i++) {
		const struct kabi_range *range = &record->ranges[i];

		start(writer, "range");
		attribute_integer(writer, "first", range->first);
		attribute_integer(writer, "last", range->last);
		for (size_t j = 0; j < range->n_options; j++) {
			start(writer, "option");
			attribute(writer, "name", range->options[j]);
			end(writer);
		}
		end(writer);
	}
}

static void write_fingerprint(struct writer *writer,
			      const struct kabi_record *record)
{
	kabi_strbuf_truncate(&writer->scratch, 0);
	kabi_strbuf_add_format(&writer->scratch, "%016" PRIx64,
			       record->fingerprint);
	attribute(writer, "body", writer->scratch.string);
}

static void write_units(struct writer *writer, const struct kabi_record *record)
{
	if (!record->units_total)
		return;
	start(writer, "in");
	attribute_integer(writer, "total", record->units_total);
	for (size_t i = 0; i < record->n_units; i++) {
		kabi_strbuf_truncate(&writer->scratch, 0);
		kabi_escape_add(&writer->scratch, record->units[i],
				KABI_ESCAPE_FILE);
		start(writer, "file");
		attribute(writer, "name", writer->scratch.string);
		end(writer);
	}
	end(writer);
}

static void write_body(struct writer *writer, const struct kabi_record *record)
{
	switch (record->kind) {
	case KABI_KIND_STRUCT:
	case KABI_KIND_UNION:
		write_members(writer, record->body);
		break;
	case KABI_KIND_ENUM:
		write_enumerators(writer, record);
		break;
	case KABI_KIND_TYPEDEF:
	case KABI_KIND_FUNCTION:
	case KABI_KIND_VARIABLE:
		write_type(writer, record->type);
		break;
	case KABI_KIND_INLINE:
		write_fingerprint(writer, record);
		write_type(writer, record->type);
		break;
	case KABI_KIND_CONFIG:
	case KABI_KIND_RULE:
		if (record->is_unset)
			break;
		/* fall through */
	case KABI_KIND_MACRO:
		write_value(writer, record);
		break;
	case KABI_KIND_SECTION:
		write_contents(writer, record);
		break;
	case KABI_KIND_CONDITIONS:
		write_ranges(writer, record);
		break;
	case KABI_KIND_SETTING:
		attribute(writer, "value", record->string);
		break;
	default:
		break;
	}
}

static void write_record(struct writer *writer,
			 const struct kabi_record *record)
{
	kabi_cleanup(kabi_strbuf_deinit) struct kabi_strbuf text =
		KABI_STRBUF_INIT;

	writer->record = record;
	kabi_write_record(&text, record);
	text.string[strcspn(text.string, "\n")] = '\0';
	start(writer, kabi_kind_name(record->kind));
	write_head(writer, text.string);
	write_body(writer, record);
	write_problems(writer, record->problems, record->n_problems);
	write_units(writer, record);
	end(writer);
}

static void write_model(struct writer *writer, const struct kabi_model *model)
{
	check(writer, xmlTextWriterSetIndent(writer->xml, 1));
	check(writer, xmlTextWriterSetIndentString(writer->xml, BAD_CAST " "));
	check(writer,
	      xmlTextWriterStartDocument(writer->xml, NULL, "UTF-8", NULL));
	start(writer, KABI_BASELINE_MAGIC);
	attribute_integer(writer, "version", KABI_BASELINE_VERSION);
	if (model->arch)
		attribute(writer, "arch", model->arch);
	if (model->release)
		attribute(writer, "release", model->release);
	attribute(writer, "origin", kabi_origin_words[model->origin]);
	attribute(writer, "exports",
		  model->exports_external ? "external" : "table");
	for (size_t i = 0; i < model->n_public_globs; i++)
		check(writer, xmlTextWriterWriteElement(
				      writer->xml, BAD_CAST "public",
				      BAD_CAST checked(
					      writer, model->public_globs[i])));
	for (size_t i = 0; i < model->n_records; i++)
		write_record(writer, model->records[i]);
	end(writer);
	check(writer, xmlTextWriterEndDocument(writer->xml));
}

/* The stream keeps its errors, and its owner asks for them. */
static int write_bytes(void *context, const char *bytes, int length)
{
	fwrite(bytes, 1, length, context);
	return length;
}

struct kabi_error *kabi_xml_write(FILE *stream, const struct kabi_model *model)
{
	struct writer writer = { .stream = stream };
	xmlOutputBufferPtr buffer =
		xmlOutputBufferCreateIO(write_bytes, NULL, stream, NULL);

	/* The writer takes the buffer. */
	writer.xml = buffer ? xmlNewTextWriter(buffer) : NULL;
	if (writer.xml) {
		write_model(&writer, model);
		xmlFreeTextWriter(writer.xml);
	} else {
		xmlOutputBufferClose(buffer);
		writer.failed = true;
	}
	kabi_strbuf_deinit(&writer.scratch);
	if (!writer.error && writer.failed)
		writer.error = kabi_error_create(KABI_ERROR_IO,
						 "XML cannot be written");
	return writer.error;
}
