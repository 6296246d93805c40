// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A baseline in XML, read record by record: of the document only one record's
 * elements are in memory at a time. Each is put back into text
 * (xml-record.c) and goes through the one parser of records, and so does the
 * header.
 */
#include <libxml/xmlreader.h>
#include <limits.h>
#include <string.h>

#include "alloc.h"
#include "baseline.h"
#include "strbuf.h"
#include "xml-element.h"
#include "xml-record.h"
#include "xml.h"

struct reader {
	xmlTextReaderPtr xml;
	struct kabi_model *model;
	struct kabi_strbuf header;
	struct kabi_strbuf record;
	bool in_records;
	struct kabi_error *complaint; /* libxml2's first one */
};

bool kabi_xml_probe(const char *bytes, size_t length)
{
	static const char mark[] = "\xef\xbb\xbf";
	size_t i = 0;

	if (length >= strlen(mark) && !memcmp(bytes, mark, strlen(mark)))
		i = strlen(mark);
	while (i < length && strchr(" \t\r\n", bytes[i]) && bytes[i])
		i++;
	return i < length && bytes[i] == '<';
}

/* Instead of a message on stderr. */
static void complain(void *context, const xmlError *error)
{
	struct reader *reader = context;

	if (reader->complaint || error->level <= XML_ERR_WARNING)
		return;

	const char *message = error->message ? error->message : "unknown error";

	reader->complaint = kabi_error_create(
		KABI_ERROR_BAD_DATA, "%d: not well-formed: %.*s", error->line,
		(int)strcspn(message, "\n"), message);
}

/* Attributes of the root element that are lines of the header, in order. */
static const char *const header_lines[] = { "arch", "release", "origin",
					    "exports", NULL };

static bool is_header_line(const xmlAttr *attribute)
{
	const char *name = (const char *)attribute->name;

	for (int i = 0; header_lines[i]; i++) {
		if (!strcmp(name, header_lines[i]))
			return !attribute->ns;
	}
	return !attribute->ns && !strcmp(name, "version");
}

static struct kabi_error *add_header_value(struct reader *reader,
					   const xmlNode *node,
					   const char *prefix,
					   const char *value, size_t length)
{
	if (memchr(value, '\n', length))
		return kabi_xml_error(node, "a newline in <%s>", node->name);
	kabi_strbuf_add(&reader->header, prefix);
	kabi_strbuf_add_bytes(&reader->header, value, length);
	kabi_strbuf_add(&reader->header, "\n");
	return NULL;
}

/* PREFIX VALUE, or nothing without the attribute. */
static struct kabi_error *add_header_attribute(struct reader *reader,
					       const xmlNode *node,
					       const char *name,
					       const char *prefix)
{
	xmlChar *value = xmlGetNoNsProp(node, BAD_CAST name);
	struct kabi_error *error = NULL;

	if (value)
		error = add_header_value(reader, node, prefix,
					 (const char *)value,
					 strlen((const char *)value));
	xmlFree(value);
	return error;
}

static struct kabi_error *read_root(struct reader *reader)
{
	const xmlNode *node = xmlTextReaderCurrentNode(reader->xml);
	struct kabi_error *error;

	if (node->ns || strcmp((const char *)node->name, KABI_BASELINE_MAGIC))
		return kabi_xml_error(node, "not a kabi baseline: <%.64s>",
				      node->name);
	for (const xmlAttr *a = node->properties; a; a = a->next) {
		if (!is_header_line(a))
			return kabi_xml_error(
				node, "unexpected attribute \"%.64s\" of <%s>",
				a->name, node->name);
	}
	error = add_header_attribute(reader, node, "version",
				     KABI_BASELINE_MAGIC " ");
	for (int i = 0; !error && header_lines[i]; i++) {
		kabi_cleanup(kabi_free_cleanup) char *prefix =
			kabi_xasprintf("\t%s ", header_lines[i]);

		error = add_header_attribute(reader, node, header_lines[i],
					     prefix);
	}
	return error;
}

/* The header is complete once a record, or the end, is there. */
static struct kabi_error *finish_header(struct reader *reader, long line)
{
	struct kabi_error *error;

	if (reader->in_records)
		return NULL;
	reader->in_records = true;
	error = kabi_baseline_header(reader->model, reader->header.string,
				     reader->header.length);
	return kabi_error_prefix(error, "%ld", line);
}

static struct kabi_error *read_public(struct reader *reader,
				      const xmlNode *node)
{
	kabi_cleanup(kabi_free_cleanup) char *glob = NULL;
	struct kabi_error *error;

	if (reader->in_records)
		return kabi_xml_error(node, "<public> behind a record");
	if (node->properties)
		return kabi_xml_error(node, "unexpected attribute of <public>");
	error = kabi_xml_text(node, &glob);
	if (error)
		return error;
	return add_header_value(reader, node, "\tpublic ", glob, strlen(glob));
}

/* A child of the root. */
static struct kabi_error *read_child(struct reader *reader)
{
	const xmlNode *node = xmlTextReaderExpand(reader->xml);
	struct kabi_error *error;

	if (!node)
		return NULL; /* The next step says what is wrong. */
	if (!node->ns && !strcmp((const char *)node->name, "public"))
		return read_public(reader, node);
	error = finish_header(reader, xmlGetLineNo(node));
	if (error)
		return error;
	kabi_strbuf_truncate(&reader->record, 0);
	error = kabi_xml_record(&reader->record, node);
	if (error)
		return error;
	error = kabi_model_add(reader->model, reader->record.string,
			       reader->record.length, NULL);
	return kabi_error_prefix(error, "%ld", xmlGetLineNo(node));
}

/* The node at which the reader stands. *whole: its children are dealt with. */
static struct kabi_error *read_node(struct reader *reader, bool *whole)
{
	int line = xmlTextReaderGetParserLineNumber(reader->xml);

	*whole = false;
	switch (xmlTextReaderNodeType(reader->xml)) {
	case XML_READER_TYPE_ELEMENT:
		if (!xmlTextReaderDepth(reader->xml))
			return read_root(reader);
		*whole = true;
		return read_child(reader);
	case XML_READER_TYPE_END_ELEMENT:
	case XML_READER_TYPE_WHITESPACE:
	case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
	case XML_READER_TYPE_COMMENT:
	case XML_READER_TYPE_PROCESSING_INSTRUCTION:
		return NULL;
	case XML_READER_TYPE_DOCUMENT_TYPE:
		return kabi_error_create(
			KABI_ERROR_BAD_DATA,
			"%d: a document type declaration is not accepted",
			line);
	default:
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "%d: text between records", line);
	}
}

static struct kabi_error *read_document(struct reader *reader)
{
	struct kabi_error *error;
	int status = xmlTextReaderRead(reader->xml);

	while (status == 1) {
		bool whole;

		error = read_node(reader, &whole);
		if (error)
			return error;
		status = whole ? xmlTextReaderNext(reader->xml)
			       : xmlTextReaderRead(reader->xml);
	}
	if (reader->complaint)
		return kabi_steal(&reader->complaint);

	int line = xmlTextReaderGetParserLineNumber(reader->xml);

	if (status < 0)
		return kabi_error_create(KABI_ERROR_BAD_DATA,
					 "%d: not well-formed", line);
	return finish_header(reader, line);
}

/* "LINE: ..." becomes "NAME:LINE: ...". */
static struct kabi_error *add_name(struct kabi_error *error, const char *name)
{
	struct kabi_error *named;

	if (!error)
		return NULL;
	named = kabi_error_create(error->code, "%s:%s", name, error->message);
	kabi_error_destroy(error);
	return named;
}

struct kabi_error *kabi_xml_read(const char *name, const char *bytes,
				 size_t length, struct kabi_model **ret)
{
	kabi_cleanup(kabi_model_cleanup) struct kabi_model *model =
		kabi_model_create();
	struct reader reader = { .model = model };
	struct kabi_error *error;

	if (length > INT_MAX)
		return kabi_error_create(KABI_ERROR_UNSUPPORTED,
					 "%s: more XML than libxml2 takes",
					 name);
	reader.xml = xmlReaderForMemory(bytes, (int)length, NULL, NULL,
					XML_PARSE_NONET | XML_PARSE_BIG_LINES);
	if (!reader.xml)
		return kabi_error_create(KABI_ERROR_IO,
					 "%s: XML cannot be read", name);
	/* The error that it gets became const in libxml2 2.12. */
	xmlTextReaderSetStructuredErrorHandler(
		reader.xml, (xmlStructuredErrorFunc)complain, &reader);
	error = add_name(read_document(&reader), name);
	xmlFreeTextReader(reader.xml);
	kabi_error_destroy(reader.complaint);
	kabi_strbuf_deinit(&reader.header);
	kabi_strbuf_deinit(&reader.record);
	if (error)
		return error;
	error = kabi_baseline_finish(model);
	if (error)
		return kabi_error_prefix(error, "%s", name);
	*ret = kabi_steal(&model);
	return NULL;
}
