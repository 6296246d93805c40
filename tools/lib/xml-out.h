/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * XML for those who do not know libxml2: elements, their attributes and texts
 * in the order in which they are written. Errors are kept for the end. Text has
 * to be UTF-8 without control characters but newlines (report-facts.h).
 */
#ifndef KABI_TOOLS_XML_OUT_H
#define KABI_TOOLS_XML_OUT_H

#include <stddef.h>
#include <stdio.h>

#include "error.h"

struct kabi_xml_out;

/* Begins a document; never NULL. The stream keeps errors of its own. */
struct kabi_xml_out *kabi_xml_out_create(FILE *stream);
/* Ends it and frees the writer. */
struct kabi_error *kabi_xml_out_finish(struct kabi_xml_out *out)
	kabi_must_check;

void kabi_xml_out_start(struct kabi_xml_out *out, const char *element);
void kabi_xml_out_end(struct kabi_xml_out *out);
/* After _start() only; a value that is NULL writes nothing. */
void kabi_xml_out_attribute(struct kabi_xml_out *out, const char *name,
			    const char *value);
void kabi_xml_out_count(struct kabi_xml_out *out, const char *name,
			size_t count);
void kabi_xml_out_text(struct kabi_xml_out *out, const char *text);

#endif /* KABI_TOOLS_XML_OUT_H */
