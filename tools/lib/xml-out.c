// SPDX-License-Identifier: GPL-2.0-or-later
/* XML for those who do not know libxml2. */
#include "xml-out.h"

#include <libxml/xmlwriter.h>

#include "alloc.h"

struct kabi_xml_out {
	xmlTextWriterPtr xml; /* or NULL: nothing can be written */
	bool failed;
};

/* libxml2's calls return a count or -1. */
static void check(struct kabi_xml_out *out, int result)
{
	if (result < 0)
		out->failed = true;
}

static int write_bytes(void *stream, const char *bytes, int length)
{
	fwrite(bytes, 1, length, stream);
	return length;
}

struct kabi_xml_out *kabi_xml_out_create(FILE *stream)
{
	struct kabi_xml_out *out = kabi_xcalloc(1, sizeof(*out));
	xmlOutputBufferPtr buffer =
		xmlOutputBufferCreateIO(write_bytes, NULL, stream, NULL);

	/* The writer takes the buffer. */
	out->xml = buffer ? xmlNewTextWriter(buffer) : NULL;
	if (!out->xml) {
		if (buffer)
			xmlOutputBufferClose(buffer);
		out->failed = true;
		return out;
	}
	check(out, xmlTextWriterSetIndent(out->xml, 1));
	check(out, xmlTextWriterSetIndentString(out->xml, BAD_CAST " "));
	check(out, xmlTextWriterStartDocument(out->xml, NULL, "UTF-8", NULL));
	return out;
}

struct kabi_error *kabi_xml_out_finish(struct kabi_xml_out *out)
{
	bool failed;

	if (out->xml) {
		check(out, xmlTextWriterEndDocument(out->xml));
		xmlFreeTextWriter(out->xml);
	}
	failed = out->failed;
	free(out);
	if (failed)
		return kabi_error_create(KABI_ERROR_IO,
					 "XML cannot be written");
	return NULL;
}

void kabi_xml_out_start(struct kabi_xml_out *out, const char *element)
{
	if (out->xml)
		check(out,
		      xmlTextWriterStartElement(out->xml, BAD_CAST element));
}

void kabi_xml_out_end(struct kabi_xml_out *out)
{
	if (out->xml)
		check(out, xmlTextWriterEndElement(out->xml));
}

void kabi_xml_out_attribute(struct kabi_xml_out *out, const char *name,
			    const char *value)
{
	if (out->xml && value)
		check(out, xmlTextWriterWriteAttribute(out->xml, BAD_CAST name,
						       BAD_CAST value));
}

void kabi_xml_out_count(struct kabi_xml_out *out, const char *name,
			size_t count)
{
	if (out->xml)
		check(out, xmlTextWriterWriteFormatAttribute(
				   out->xml, BAD_CAST name, "%zu", count));
}

void kabi_xml_out_text(struct kabi_xml_out *out, const char *text)
{
	if (out->xml)
		check(out, xmlTextWriterWriteString(out->xml, BAD_CAST text));
}
